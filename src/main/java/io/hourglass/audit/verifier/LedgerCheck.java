package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.audit.MerkleTree;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks an exported ledger day by day: entries against marks, marks against the root, and roots against each other. */
final class LedgerCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

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
            throw new IOException("the file does not begin with a line about a seal");
        }
        while (line != null) {
            var day = new Day(SealLine.read(line));
            for (line = lines.next(); line != null && !SealLine.is(line); line = lines.next()) {
                day.add(line);
            }
            finish(day);
        }
    }

    private void finish(Day day) throws IOException {
        var seal = day.seal;
        var former = before;
        if (former != null && !former.day().plusDays(1).equals(seal.day())) {
            find(seal, Finding.Kind.CHAIN, "it follows " + former.day() + " in the file");
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
        private byte @Nullable [] header;

        private Day(SealLine seal) {
            this.seal = seal;
            this.sealed = seal.marks().stream().mapToLong(Long::longValue).toArray();
        }

        void add(byte[] line) {
            if (header == null) {
                header = line;
            }
            var position = tree.size();
            var mark = tree.add(line);
            found.add(mark);
            if (position >= sealed.length || sealed[position] != mark) {
                names.put(position, EntryName.of(line));
            }
        }

        List<Finding> findings() throws IOException {
            var wrong = Comparison.of(
                    seal.day(),
                    sealed,
                    found.stream().mapToLong(Long::longValue).toArray(),
                    names);
            if (wrong.isEmpty() && (tree.size() == 0 || !seal.root().equals(tree.root()))) {
                wrong.add(about("the root is not that of its entries, though each fits its mark: both were changed"));
            } else if (wrong.isEmpty() && !headerFits()) {
                wrong.add(about("the line about the seal says otherwise than the sealed entry of the day"));
            } else if (!wrong.isEmpty() && tree.size() > 0 && seal.root().equals(tree.root())) {
                return List.of(about("the marks are not those of its entries, which make the root"));
            }
            return wrong;
        }

        private Finding about(String explanation) {
            return new Finding(seal.day(), Finding.Kind.ROOT, null, null, explanation);
        }

        private boolean headerFits() throws IOException {
            var entry = JSON.readTree(header);
            return entry.path("entry").asText().equals("SEAL")
                    && entry.path("day").asText().equals(seal.day().toString())
                    && entry.path("former").asText("").equals(seal.former() == null ? "" : seal.former())
                    && seal.entries() == tree.size();
        }
    }
}
