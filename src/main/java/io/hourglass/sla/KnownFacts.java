package io.hourglass.sla;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The facts of one inquiry that may decide: occurred before a close, known by it and by the as-of instant, nothing
 * from before the receipt, corrections applied.
 */
final class KnownFacts {

    static final Comparator<Fact> EARLIEST_FIRST =
            Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id);

    private final CaseFile file;
    private final Clocks clocks;
    private final List<Fact> facts;

    private KnownFacts(CaseFile file, List<Fact> facts) {
        this.file = file;
        this.clocks = file.clocks();
        this.facts = facts;
    }

    /** As the books see them: nothing counts that occurred at or after {@code close} or was learned of after it. */
    static KnownFacts of(CaseFile file, Instant asOf, Instant close) {
        return new KnownFacts(file, corrected(known(file, asOf, close)));
    }

    /** Whether or not the books are closed. */
    static KnownFacts ever(CaseFile file, Instant asOf) {
        return of(file, asOf, Instant.MAX);
    }

    /** The last correction of the fact that stands itself, whether or not the books are closed. */
    static Optional<Fact> correctionOf(Fact fact, CaseFile file, Instant asOf) {
        return lastCorrection(fact, known(file, asOf, Instant.MAX));
    }

    private static List<Fact> known(CaseFile file, Instant asOf, Instant close) {
        var knownBy = asOf.isBefore(close) ? asOf : close;
        return file.facts().stream()
                .filter(fact -> !fact.occurredAt().isBefore(file.receivedAt()))
                .filter(fact -> fact.occurredAt().isBefore(close))
                .filter(fact -> !fact.recordedAt().isAfter(knownBy))
                .toList();
    }

    /** What excludes the inquiry from counting: spam first, then rejection. */
    Optional<Decision> exclusion() {
        return first(fact -> fact.is(FactKind.SYSTEM_SPAM))
                .map(fact -> new Decision(Rule.SYSTEM_SPAM, fact))
                .or(() ->
                        inWindow(FactKind.SPAM_REPORTED).map(fact -> new Decision(Rule.SPAM_REPORTED_IN_WINDOW, fact)))
                .or(() -> inWindow(FactKind.REJECTED)
                        .filter(rejection -> !answeredBy(rejection.occurredAt()))
                        .map(rejection -> new Decision(Rule.REJECTED_IN_WINDOW, rejection)));
    }

    Stream<Fact> countingReplies() {
        return facts.stream().filter(file.policy()::counts);
    }

    boolean answeredBy(Instant instant) {
        return countingReplies().anyMatch(reply -> !reply.occurredAt().isAfter(instant));
    }

    boolean bounced(Fact reply) {
        return facts.stream()
                .anyMatch(fact -> fact.is(FactKind.BOUNCED) && reply.id().equals(fact.about()));
    }

    private Optional<Fact> inWindow(FactKind kind) {
        return first(fact -> fact.is(kind) && !fact.occurredAt().isAfter(clocks.windowCloses()));
    }

    private Optional<Fact> first(Predicate<Fact> wanted) {
        return facts.stream().filter(wanted).min(EARLIEST_FIRST);
    }

    private static List<Fact> corrected(List<Fact> known) {
        if (known.stream().noneMatch(fact -> fact.kind().isCorrection())) {
            return known;
        }
        return known.stream()
                .filter(fact -> !fact.kind().isCorrection())
                .flatMap(fact -> standing(fact, known).stream())
                .toList();
    }

    /** The fact as its last standing correction leaves it; a correction may itself be retracted. */
    private static Optional<Fact> standing(Fact fact, List<Fact> known) {
        var last = lastCorrection(fact, known);
        if (last.isEmpty()) {
            return Optional.of(fact);
        }
        return last.filter(correction -> correction.is(FactKind.RECLASSIFIED))
                .map(correction -> fact.by(correction.author()));
    }

    private static Optional<Fact> lastCorrection(Fact fact, List<Fact> known) {
        return known.stream()
                .filter(other -> other.kind().isCorrection() && fact.id().equals(other.about()))
                .filter(correction -> standing(correction, known).isPresent())
                .max(EARLIEST_FIRST);
    }

    record Decision(Rule rule, Fact fact) {}
}
