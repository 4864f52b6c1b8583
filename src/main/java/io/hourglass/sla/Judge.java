package io.hourglass.sla;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides. The verdict follows from the facts and their own times alone: whatever order they arrive in, and however late
 * up to the books' close, it is the same; what comes after the close changes nothing. The rules are asked in the order of
 * {@link Verdict}.
 */
public final class Judge {

    private Judge() {}

    /**
     * @param pair the inquiry, and every inquiry of the same buyer to the same supplier that may share its chain
     * @param asOf what was learned of later is left out of account
     * @throws IllegalArgumentException if the inquiry is not among the pair's, or not known as of that instant
     */
    public static Judgement judge(Collection<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        var file = pair.stream()
                .filter(member -> member.id().equals(inquiry))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(inquiry + " is not among the pair's inquiries"));
        if (file.recordedAt().isAfter(asOf)) {
            throw new IllegalArgumentException(inquiry + " was not known as of " + asOf);
        }
        var ruling = new Ruling(file, asOf);
        if (!file.learnedInTime()) {
            return ruling.by(Rule.LEARNED_AFTER_CLOSE, null, null);
        }
        return ruling.within(DuplicateChain.around(file, pair, asOf));
    }

    /** Why this fact of the inquiry has no effect, on what is known at present; empty if no rule refuses it. */
    public static Optional<Refusal> refusal(CaseFile file, Fact fact) {
        var clocks = file.clocks();
        if (fact.occurredAt().isBefore(clocks.receivedAt())) {
            return Optional.of(Refusal.BEFORE_RECEIPT);
        }
        if (!fact.is(FactKind.REJECTED) && !fact.is(FactKind.SPAM_REPORTED)) {
            return Optional.empty();
        }
        if (fact.occurredAt().isAfter(clocks.windowCloses())) {
            return Optional.of(Refusal.WINDOW_CLOSED);
        }
        return fact.is(FactKind.REJECTED) && KnownFacts.ever(file, Instant.MAX).answeredBy(fact.occurredAt())
                ? Optional.of(Refusal.ALREADY_ANSWERED)
                : Optional.empty();
    }

    /**
     * Whether the supplier has answered, rejected or reported this very inquiry, effectively, as far as was known by
     * then; closed books do not matter to that.
     */
    public static boolean supplierActed(CaseFile file, Instant asOf) {
        var known = KnownFacts.ever(file, asOf);
        return known.exclusion().isPresent()
                || known.countingReplies().findAny().isPresent();
    }

    /** The replies that answer this very inquiry, as far as was known by then, the earliest first. */
    public static List<Fact> answers(CaseFile file, Instant asOf) {
        return KnownFacts.ever(file, asOf)
                .countingReplies()
                .sorted(KnownFacts.EARLIEST_FIRST)
                .toList();
    }

    /** The correction by which the fact is retracted or reclassified, as far as was known by then. */
    public static Optional<Fact> correctionOf(Fact fact, CaseFile file, Instant asOf) {
        return KnownFacts.correctionOf(fact, file, asOf);
    }

    private record Ruling(CaseFile file, Clocks clocks, Instant asOf) {

        Ruling(CaseFile file, Instant asOf) {
            this(file, file.clocks(), asOf);
        }

        Judgement within(DuplicateChain chain) {
            var own = chain.factsOf(file.id());
            var exclusion = own.exclusion();
            if (exclusion.isPresent()) {
                return by(exclusion.get().rule(), exclusion.get().fact().id(), null);
            }
            var anchor = chain.anchorOf(file.id());
            if (anchor != null && !anchor.equals(file.id())) {
                return by(Rule.DUPLICATE_OF_ANCHOR, null, anchor);
            }
            return asAnchor(chain);
        }

        private Judgement asAnchor(DuplicateChain chain) {
            return chain.factsAround(file.id()).stream()
                    .flatMap(member -> member.countingReplies().map(reply -> new Answer(reply, member.bounced(reply))))
                    .filter(answer -> !answer.reply().occurredAt().isBefore(clocks.receivedAt()))
                    .min((left, right) -> KnownFacts.EARLIEST_FIRST.compare(left.reply(), right.reply()))
                    .map(this::answered)
                    .orElseGet(this::unanswered);
        }

        private Judgement answered(Answer answer) {
            var inTime = !answer.reply().occurredAt().isAfter(clocks.replyDeadline());
            var rule = inTime ? Rule.ANSWERED_BY_DEADLINE : Rule.ANSWERED_AFTER_DEADLINE;
            return by(rule, answer.reply().id(), file.id(), answer.bounced());
        }

        private Judgement unanswered() {
            if (asOf.isBefore(clocks.replyDeadline())) {
                return by(Rule.DEADLINE_AHEAD, null, file.id(), false);
            }
            var excused = file.gaps().stream().anyMatch(gap -> gap.excuses(clocks, asOf));
            return by(excused ? Rule.SYNC_GAP_OVER_DEADLINE : Rule.NO_COUNTING_REPLY, null, file.id(), false);
        }

        Judgement by(Rule rule, @Nullable FactId fact, @Nullable InquiryId anchor) {
            return by(rule, fact, anchor, false);
        }

        private Judgement by(Rule rule, @Nullable FactId fact, @Nullable InquiryId anchor, boolean undelivered) {
            var closed = !asOf.isBefore(clocks.booksClose());
            var version = file.policy().version();
            return new Judgement(file.id(), rule, fact, anchor, clocks, version, closed, undelivered);
        }
    }

    private record Answer(Fact reply, boolean bounced) {}
}
