package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Decides one inquiry of a pair, by the first rule that applies: that a mail follows up another is asked first, then the rules
 * in the order of {@link InquiryState}. What there is to ask of it stands in {@link JudgedPair}.
 */
final class Judge {

    private final CaseFile file;
    private final Deadlines clocks;
    private final Instant asOf;

    private Judge(CaseFile file, Instant asOf) {
        this.file = file;
        this.clocks = file.clocks();
        this.asOf = asOf;
    }

    /** @throws IllegalArgumentException if the inquiry was not known as of the pair's instant */
    static Judgement judge(CaseFile file, JudgedPair pair) {
        if (file.recordedAt().isAfter(pair.asOf())) {
            throw new IllegalArgumentException(file.id() + " was not known as of " + pair.asOf());
        }
        var judge = new Judge(file, pair.asOf());
        if (!file.learnedInTime()) {
            return judge.by(InquiryRule.LEARNED_AFTER_CLOSE, null, null);
        }
        var day = pair.dayOf(file);
        return day.threads()
                .linkOf(file.id())
                .map(link -> judge.by(link.rule(), link.fact().id(), link.root()))
                .orElseGet(() -> judge.within(day.chain()));
    }

    private Judgement within(DuplicateChain chain) {
        var exclusion = chain.factsOf(file.id()).exclusion();
        if (exclusion.isPresent()) {
            return by(exclusion.get().rule(), exclusion.get().fact().id(), null);
        }
        var anchor = chain.anchorOf(file.id());
        if (anchor != null && !anchor.equals(file.id())) {
            return by(InquiryRule.DUPLICATE_OF_ANCHOR, null, anchor);
        }
        return asAnchor(chain);
    }

    private Judgement asAnchor(DuplicateChain chain) {
        return chain.factsAround(file.id()).stream()
                .flatMap(member -> member.firstAnswer().map(reply -> new Answer(reply, member)).stream())
                .min(Comparator.comparing(Answer::reply, Corrections.EARLIEST_FIRST))
                .map(this::answered)
                .orElseGet(this::unanswered);
    }

    private Judgement answered(Answer answer) {
        var inTime = !answer.reply().occurredAt().isAfter(clocks.replyDeadline());
        var rule = inTime ? InquiryRule.ANSWERED_BY_DEADLINE : InquiryRule.ANSWERED_AFTER_DEADLINE;
        return by(rule, answer.reply().id(), file.id(), answer.bounced());
    }

    private Judgement unanswered() {
        if (asOf.isBefore(clocks.replyDeadline())) {
            return by(InquiryRule.DEADLINE_AHEAD, null, file.id());
        }
        var excuse = file.unseen().excuse(clocks, file.policy().gaps(), asOf);
        return by(excuse.orElse(InquiryRule.NO_COUNTING_REPLY), null, file.id());
    }

    private Judgement by(InquiryRule rule, @Nullable FactId fact, @Nullable InquiryId anchor) {
        return by(rule, fact, anchor, false);
    }

    private Judgement by(InquiryRule rule, @Nullable FactId fact, @Nullable InquiryId anchor, boolean undelivered) {
        var closed = !asOf.isBefore(clocks.booksClose());
        var version = file.policy().version();
        return Judgement.builder()
                .inquiry(file.id())
                .rule(rule)
                .decidingFact(fact)
                .anchor(anchor)
                .clocks(clocks)
                .policyVersion(version)
                .booksClosed(closed)
                .undelivered(undelivered)
                .build();
    }

    /** @param of the inquiry that it was given to */
    private record Answer(Fact reply, KnownFacts of) {

        boolean bounced() {
            return of.bounced(reply);
        }
    }
}
