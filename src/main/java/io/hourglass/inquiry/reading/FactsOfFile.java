package io.hourglass.inquiry.reading;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.judging.Effect;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.judging.Reply;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an inquiry's file, each with what it does: the one place that says so. Replies that serve the inquiry through
 * a duplicate or through a mail that follows it up are among them.
 */
final class FactsOfFile {

    private static final Comparator<KeptFact> EARLIEST_FIRST = Comparator.comparing(
                    (KeptFact kept) -> kept.stored().fact().occurredAt())
            .thenComparing(kept -> kept.stored().fact().id());

    private final InquiryInPair judged;
    private final Grounds own;
    private final Grounds owed;
    private final Map<FactId, Reply> replies;
    private final Set<FactId> answers;

    /**
     * @param own what the inquiry's own judgement rests on
     * @param owed the same of the inquiry whose answer is owed
     */
    FactsOfFile(InquiryInPair judged, Grounds own, Grounds owed) {
        this.judged = judged;
        this.own = own;
        this.owed = owed;
        this.replies =
                owed.replies().stream().collect(toMap(reply -> reply.fact().id(), Function.identity()));
        this.answers = judged.answers().stream().map(Fact::id).collect(toSet());
    }

    List<KeptFact> of(Facts facts) {
        var elsewhere = own.replies().stream()
                .map(Reply::fact)
                .filter(fact -> !isOwn(fact))
                .toList();
        var theirs = elsewhere.stream().map(Fact::caseId).distinct().flatMap(mail -> facts.toldOf(mail).stream());
        var wanted = elsewhere.stream().map(Fact::id).collect(toSet());
        return Stream.concat(
                        facts.toldOf(judged.inquiry().id()).stream(),
                        theirs.filter(
                                told -> wanted.contains(told.stored().fact().id())))
                .map(this::kept)
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    private boolean isOwn(Fact fact) {
        return fact.caseId().equals(judged.inquiry().id());
    }

    private KeptFact kept(Told told) {
        var fact = told.stored().fact();
        var correction = correctionOf(fact);
        var refusal = refusal(fact);
        var effect = effect(fact, refusal, correction);
        var answered = answers.contains(fact.id()) || (!isOwn(fact) && effect.isInForce());
        return new KeptFact(
                told.stored(), told.text(), effect, effect.isInForce() ? null : refusal, answered, correction);
    }

    /** Of a reply the books decide: only its date can rule it out. */
    private @Nullable Refusal refusal(Fact fact) {
        var reply = replies.get(fact.id());
        if (reply != null) {
            return reply.effect() == Effect.REFUSED ? Refusal.BEFORE_RECEIPT : null;
        }
        return judged.refusal(fact).orElse(null);
    }

    private @Nullable Fact correctionOf(Fact fact) {
        var reply = replies.get(fact.id());
        return reply != null ? reply.correction() : judged.correctionOf(fact).orElse(null);
    }

    private Effect effect(Fact fact, @Nullable Refusal refusal, @Nullable Fact correction) {
        if (fact.id().equals(own.judgement().decidingFact())) {
            return Effect.DECIDES;
        }
        var reply = replies.get(fact.id());
        if (reply != null) {
            return reply.effect();
        }
        if (correction != null && correction.is(InquiryFactKind.RETRACTED)) {
            return Effect.RETRACTED;
        }
        if (refusal != null) {
            return Effect.REFUSED;
        }
        if (fact.is(InquiryFactKind.REPLIED)) {
            return judged.file().policy().counts(fact) ? Effect.TOO_LATE : Effect.NO_ANSWER;
        }
        return bearsOnTheVerdict(InquiryFactKind.of(fact.kind())) && isTooLate(fact) ? Effect.TOO_LATE : Effect.STANDS;
    }

    private static boolean bearsOnTheVerdict(InquiryFactKind kind) {
        return kind != InquiryFactKind.ALTERNATIVES_REQUESTED
                && kind != InquiryFactKind.FOLLOW_UP
                && kind != InquiryFactKind.IN_THREAD;
    }

    /** For the books of the inquiry, and of the one whose answer is owed where it is about replies; admitted facts are not. */
    private boolean isTooLate(Fact fact) {
        var known = judged.pair().pair().fact(fact.id()).orElse(fact);
        return (fact.kind().isAmendment() ? Stream.of(own, owed) : Stream.of(own))
                .map(grounds -> grounds.judgement().clocks().booksClose())
                .anyMatch(close ->
                        known.recordedAt().isAfter(close) || !known.occurredAt().isBefore(close));
    }
}
