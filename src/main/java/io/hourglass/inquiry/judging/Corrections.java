package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.kernel.FactId;
import io.hourglass.kernel.facts.Fact;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Of each fact the last correction that stands. A correction may itself be corrected, so each is decided after all that speak
 * about it; each is looked at once, however long such a row is.
 */
final class Corrections {

    private static final Corrections NONE = new Corrections();
    private static final BinaryOperator<Fact> LAST = BinaryOperator.maxBy(KnownFacts.EARLIEST_FIRST);

    private final Map<FactId, Fact> last = new HashMap<>();

    private Corrections() {}

    static Corrections among(Collection<Fact> known) {
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
    Optional<Fact> lastOf(Fact fact) {
        return Optional.ofNullable(last.get(fact.id()));
    }

    /** The fact as its last correction leaves it; empty if that retracts it. */
    Optional<Fact> standing(Fact fact) {
        var correction = last.get(fact.id());
        if (correction == null) {
            return Optional.of(fact);
        }
        return correction.is(InquiryFactKind.RECLASSIFIED)
                ? Optional.of(fact.withAuthor(correction.author()))
                : Optional.empty();
    }

    /** What is no correction itself, as the corrections leave it. */
    List<Fact> applied(List<Fact> known) {
        return this == NONE
                ? known
                : known.stream()
                        .filter(fact -> !fact.kind().isCorrection())
                        .flatMap(fact -> standing(fact).stream())
                        .toList();
    }
}
