package io.hourglass.audit;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that an inquiry is in its day's seal, in a few kilobytes. */
@Component
public class Proofs {

    private final InquiryDays days;
    private final Seals seals;
    private final DayLines lines;
    private final Pseudonyms pseudonyms;

    Proofs(InquiryDays days, Seals seals, DayLines lines, Pseudonyms pseudonyms) {
        this.days = days;
        this.seals = seals;
        this.lines = lines;
        this.pseudonyms = pseudonyms;
    }

    /**
     * @param proof the inquiry's id
     * @param entries how many the seal holds
     * @param leaves the seal's own line, then those of the inquiry
     */
    public record Proof(String proof, LocalDate day, String root, int entries, List<Leaf> leaves) {}

    /**
     * @param index of the line in the day, from 0
     * @param path hexadecimal digits of the nodes beside the way up to the root
     */
    public record Leaf(int index, String line, List<String> path) {}

    /** @throws NotKnown if there is no such inquiry, or no seal that it is in */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Proof of(InquiryId inquiry) {
        var seal = days.dayOf(inquiry)
                .flatMap(seals::find)
                .orElseThrow(() -> new NotKnown("inquiry in a seal", inquiry.value()));
        var tree = new MerkleTree();
        var own = new ArrayList<Leaf>();
        lines.tell(seal.sealed(), seal.former(), pseudonyms::known, line -> {
            if (tree.size() == 0 || line.entry().isOf(inquiry.value())) {
                own.add(new Leaf(tree.size(), line.text(), List.of()));
            }
            tree.add(line.text().getBytes(StandardCharsets.UTF_8));
        });
        if (own.size() == 1) {
            throw new NotKnown("inquiry in the books of its day", inquiry.value());
        }
        var leaves = own.stream()
                .map(leaf -> new Leaf(leaf.index(), leaf.line(), tree.path(leaf.index())))
                .toList();
        return new Proof(inquiry.value(), seal.day(), seal.root(), seal.entries(), leaves);
    }
}
