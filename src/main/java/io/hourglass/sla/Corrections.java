package io.hourglass.sla;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Of each fact the last correction that stands. A correction may itself be corrected, so each is decided after all that speak
 * about it; each is looked at once, however long such a row is. One that names an author says who wrote the fact after all, any
 * other that it never was.
 */
public final class Corrections {

    /** By their instants, then by id: how facts follow one another, whenever they were learned. */
    public static final Comparator<Fact> EARLIEST_FIRST =
            Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id);

    private static final Corrections NONE = new Corrections();
    private static final BinaryOperator<Fact> LAST = BinaryOperator.maxBy(EARLIEST_FIRST);

    private final Map<FactId, Fact> last = new HashMap<>();

    private Corrections() {}

    /** @param known those that decide, in any order */
    public static Corrections among(Collection<Fact> known) {
        var told = new LinkedHashMap<FactId, Fact>();
        for (var fact : known) {
            if (fact.kind().isCorrection() && fact.about() != null) {
                told.putIfAbsent(fact.id(), fact);
            }
        }
        if (told.isEmpty()) {
            return NONE;
        }
        var corrections = new Corrections();
        corrections.decide(told);
        return corrections;
    }

    private void decide(Map<FactId, Fact> told) {
        var about = told.values().stream().collect(groupingBy(Corrections::about));
        var undecided = new HashMap<FactId, Integer>();
        about.forEach((fact, corrections) -> undecided.put(fact, corrections.size()));
        var next = new ArrayDeque<Fact>();
        told.values().stream()
                .filter(correction -> !undecided.containsKey(correction.id()))
                .forEach(next::add);
        while (!next.isEmpty()) {
            var correction = next.remove();
            take(correction);
            var left = undecided.merge(about(correction), -1, Integer::sum);
            var corrected = told.get(about(correction));
            if (left == 0 && corrected != null) {
                next.add(corrected);
            }
        }
    }

    private void take(Fact correction) {
        if (standing(correction).isPresent()) {
            last.merge(about(correction), correction, LAST);
        }
    }

    private static FactId about(Fact correction) {
        return Objects.requireNonNull(correction.about());
    }

    /** Empty for what stands as it was sent. */
    public Optional<Fact> lastOf(Fact fact) {
        return Optional.ofNullable(last.get(fact.id()));
    }

    /** The fact as its last correction leaves it; empty if that retracts it. */
    public Optional<Fact> standing(Fact fact) {
        var correction = last.get(fact.id());
        if (correction == null) {
            return Optional.of(fact);
        }
        return correction.author() == null ? Optional.empty() : Optional.of(fact.withAuthor(correction.author()));
    }

    /** What is no correction itself, as the corrections leave it. */
    public List<Fact> applied(List<Fact> known) {
        return this == NONE
                ? known
                : known.stream()
                        .filter(fact -> !fact.kind().isCorrection())
                        .flatMap(fact -> standing(fact).stream())
                        .toList();
    }
}
