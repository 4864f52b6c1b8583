package io.hourglass.audit;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.MerkleTree;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proves that the entries of an inquiry are in the seals of days, in a few kilobytes for each day. */
@Component
public class Proofs {

    private final ByTrack<CaseDays> days;
    private final Seals seals;
    private final LedgerRecords records;
    private final DayLines lines;
    private final Pseudonyms pseudonyms;

    Proofs(List<CaseDays> days, Seals seals, LedgerRecords records, DayLines lines, Pseudonyms pseudonyms) {
        this.days = new ByTrack<>(days);
        this.seals = seals;
        this.records = records;
        this.lines = lines;
        this.pseudonyms = pseudonyms;
    }

    /**
     * @param proof the case's id
     * @param seals of its own day, and of those that have taken in what came after or beside the books; in day order
     */
    public record Proof(String proof, List<InSeal> seals) {}

    /**
     * @param entries how many the seal holds
     * @param leaves the seal's own line, then those of the case
     */
    public record InSeal(LocalDate day, String root, int entries, List<Leaf> leaves) {}

    /**
     * @param index of the line in the day, from 0
     * @param path hexadecimal digits of the nodes beside the way up to the root
     */
    public record Leaf(int index, String line, List<String> path) {}

    /** @throws NotFound if there is no such case, or no seal with an entry of it */
    @Transactional(readOnly = true)
    public Proof of(CaseId id) {
        var sealedOn = new TreeSet<>(records.daysWith(id));
        days.of(id.track()).dayOf(id).ifPresent(sealedOn::add);
        var found = sealedOn.stream()
                .flatMap(day -> seals.find(new TrackDay(id.track(), day)).stream())
                .map(seal -> in(seal, id))
                .filter(one -> one.leaves().size() > 1)
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("inquiry in a seal", id.value());
        }
        return new Proof(id.value(), found);
    }

    /** Writes the whole day down again, since only its root is kept. */
    private InSeal in(Seal seal, CaseId id) {
        var tree = new MerkleTree();
        var indexes = new ArrayList<Integer>();
        var own = new ArrayList<String>();
        lines.tell(seal.sealed(), seal.former(), pseudonyms::known, line -> {
            if (tree.size() == 0 || id.value().equals(line.caseId())) {
                indexes.add(tree.size());
                own.add(line.text());
            }
            tree.add(line.text().getBytes(StandardCharsets.UTF_8));
        });
        var paths = tree.paths(indexes);
        var leaves = IntStream.range(0, own.size())
                .mapToObj(leaf -> new Leaf(indexes.get(leaf), own.get(leaf), paths.get(leaf)))
                .toList();
        return new InSeal(seal.day(), seal.root(), seal.entries(), leaves);
    }
}
