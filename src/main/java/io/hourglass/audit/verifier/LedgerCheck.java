package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.seals.MerkleTree;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks an exported ledger day by day: entries against marks, marks against the root, and roots against each other; then, for
 * a file that was sealed anew, each line against the form that the ledger writes, and its place in its day.
 */
final class LedgerCheck {

    private final List<Finding> findings = new ArrayList<>();
    private @Nullable LocalDate firstDay;
    private @Nullable SealLine before;
    private int days;
    private long entries;

    /**
     * @param firstDay null if the file is empty
     * @param roots by day, those for which nothing in the file vouches; empty if the file is
     */
    record Result(
            int days,
            long entries,
            @Nullable LocalDate firstDay,
            SortedMap<LocalDate, String> roots,
            List<Finding> findings) {

        boolean whole() {
            return findings.isEmpty();
        }
    }

    /** @throws IOException if the file does not begin with the line about a seal, or one of those cannot be read */
    static Result of(Lines lines) throws IOException {
        var check = new LedgerCheck();
        check.readDays(lines);
        var last = check.before;
        var roots = new TreeMap<LocalDate, String>();
        if (last != null) {
            roots.put(last.day(), last.root());
        }
        return new Result(check.days, check.entries, check.firstDay, roots, check.findings);
    }

    private void readDays(Lines lines) throws IOException {
        var line = lines.next();
        if (line != null && !SealLine.is(line)) {
            throw lines.fault("the file does not begin with a line about a seal");
        }
        while (line != null) {
            var day = new Day(seal(lines, line));
            day.begin(lines, line);
            for (line = lines.next(); line != null && !SealLine.is(line); line = lines.next()) {
                day.add(lines, line);
            }
            finish(day);
        }
    }

    private static SealLine seal(Lines lines, byte[] line) throws IOException {
        try {
            return SealLine.read(line);
        } catch (IOException e) {
            throw lines.fault(String.valueOf(e.getMessage()));
        }
    }

    private void finish(Day day) {
        var seal = day.seal;
        var former = before;
        if (former != null && !former.day().plusDays(1).equals(seal.day())) {
            find(seal, Finding.Kind.CHAIN, "it follows " + former.day() + " in the file");
        }
        if (former != null && !Objects.equals(former.track(), seal.track())) {
            find(seal, Finding.Kind.CHAIN, "it is of another track than " + former.day() + " before it in the file");
        }
        if (former != null && !former.root().equals(seal.former())) {
            find(
                    seal,
                    Finding.Kind.CHAIN,
                    "it was sealed on the root " + seal.former() + ", not on that of the day before");
        }
        findings.addAll(day.findings());
        firstDay = former == null ? seal.day() : firstDay;
        days++;
        entries += day.tree.size();
        before = seal;
    }

    private void find(SealLine seal, Finding.Kind kind, String explanation) {
        findings.add(new Finding(seal.day(), kind, null, null, explanation));
    }

    /** One day while it is being read. */
    private static final class Day {

        private final SealLine seal;
        private final long[] sealed;
        private final MerkleTree tree = new MerkleTree();
        private final List<Long> found = new ArrayList<>();
        private final Map<Integer, String> names = new HashMap<>();
        private final List<Finding> unfit = new ArrayList<>();
        private final Place place;
        private @Nullable JsonNode header;

        private Day(SealLine seal) {
            this.seal = seal;
            this.place = Place.in(seal.day());
            this.sealed = seal.marks().stream().mapToLong(Long::longValue).toArray();
        }

        void begin(Lines lines, byte[] sealLine) {
            try {
                Form.readSealLine(sealLine);
            } catch (Unfit e) {
                unfit.add(unfit(lines, null, "the line about the seal", e));
            }
        }

        void add(Lines lines, byte[] line) {
            var position = tree.size();
            var mark = tree.add(line);
            found.add(mark);
            if (position >= sealed.length || sealed[position] != mark) {
                names.put(position, EntryName.of(line));
            }
            try {
                var entry = Form.readEntry(line);
                header = header == null ? entry : header;
                place.take(entry);
            } catch (Unfit e) {
                unfit.add(unfit(lines, position, EntryName.of(line), e));
            }
        }

        private Finding unfit(Lines lines, @Nullable Integer position, String name, Unfit why) {
            return new Finding(
                    seal.day(), Finding.Kind.UNFIT, position, name, "line " + lines.number() + ": " + why.getMessage());
        }

        /** An entry that is not as it was sealed need not fit either; where all are, those that do not are what is wrong. */
        List<Finding> findings() {
            var wrong = Comparison.of(
                    seal.day(),
                    sealed,
                    found.stream().mapToLong(Long::longValue).toArray(),
                    names);
            if (wrong.isEmpty() && (tree.size() == 0 || !seal.root().equals(tree.root()))) {
                wrong.add(about("the root is not that of its entries, though each fits its mark: both were changed"));
            } else if (wrong.isEmpty() && unfit.isEmpty() && !headerFits()) {
                wrong.add(about("the line about the seal says otherwise than the sealed entry of the day"));
            } else if (!wrong.isEmpty() && tree.size() > 0 && seal.root().equals(tree.root())) {
                return List.of(about("the marks are not those of its entries, which make the root"));
            }
            return wrong.isEmpty() ? unfit : wrong;
        }

        private Finding about(String explanation) {
            return new Finding(seal.day(), Finding.Kind.ROOT, null, null, explanation);
        }

        private boolean headerFits() {
            return header != null
                    && header.path("former").asText("").equals(seal.former() == null ? "" : seal.former())
                    && Objects.equals(header.path("track").textValue(), seal.track())
                    && seal.entries() == tree.size();
        }
    }
}
