package io.hourglass.chat.judging;

import static io.hourglass.sla.Corrections.EARLIEST_FIRST;

import io.hourglass.chat.policy.ChatDay;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides one consultation, by the first rule that applies, in the order of {@link ChatState}. */
public final class ChatJudge {

    private final Consultation consultation;
    private final ChatDay day;
    private final Instant asOf;
    private final List<Fact> facts;
    private final List<Fact> marks;

    private ChatJudge(Consultation consultation, Instant asOf) {
        this.consultation = consultation;
        this.day = consultation.day();
        this.asOf = asOf;
        var knownFacts = known(consultation.facts());
        var knownMarks = known(consultation.marks());
        this.facts = Corrections.among(knownFacts).applied(knownFacts);
        this.marks = Corrections.among(knownMarks).applied(knownMarks);
    }

    /**
     * @return what becomes of it by what is known as of the instant, and never by what is learned after the close; empty
     *     while nothing that could open it is known
     */
    public static Optional<ChatJudgement> judge(Consultation consultation, Instant asOf) {
        return consultation.facts().stream()
                        .anyMatch(fact -> opens(fact) && !fact.recordedAt().isAfter(asOf))
                ? Optional.of(new ChatJudge(consultation, asOf).judgement())
                : Optional.empty();
    }

    /** What opens it by all that is known of it and decides; empty where nothing in the books does. */
    public static Optional<Fact> opening(Consultation consultation) {
        return new ChatJudge(consultation, consultation.day().booksClose()).first(ChatJudge::opens);
    }

    private static boolean opens(Fact fact) {
        return fact.kind() instanceof ChatFactKind kind && kind.opensConsultation();
    }

    /** Those that decide: occurred before the close, known by it and by the as-of instant. */
    private List<Fact> known(List<Fact> all) {
        var knownBy = asOf.isBefore(day.booksClose()) ? asOf : day.booksClose();
        return all.stream()
                .filter(fact -> fact.occurredAt().isBefore(day.booksClose())
                        && !fact.recordedAt().isAfter(knownBy))
                .toList();
    }

    private ChatJudgement judgement() {
        var opening = first(ChatJudge::opens);
        if (opening.isEmpty()) {
            var inTime = known(consultation.facts()).stream().anyMatch(ChatJudge::opens);
            return by(inTime ? ChatRule.OPENING_RETRACTED : ChatRule.LEARNED_AFTER_CLOSE, null, null);
        }
        var openedAt = opening.get().occurredAt();
        return excluded(openedAt).or(() -> answered(openedAt)).orElseGet(() -> unanswered(openedAt));
    }

    private Optional<ChatJudgement> excluded(Instant openedAt) {
        return marked(
                        ChatFactKind.MARKED_STAFF,
                        mark -> day.reaches(mark.occurredAt()),
                        ChatRule.BUYER_IS_STAFF,
                        openedAt)
                .or(() -> consultation.amongColleagues()
                        ? Optional.of(by(ChatRule.BUYER_IS_ACCOUNT_OF_SHOP, null, openedAt))
                        : Optional.empty())
                .or(() -> marked(
                        ChatFactKind.MARKED_OWN,
                        mark -> day.reaches(mark.occurredAt()),
                        ChatRule.BUYER_MARKED_OWN,
                        openedAt))
                .or(() -> marked(
                        ChatFactKind.MARKED_ABNORMAL,
                        mark -> !mark.occurredAt().isAfter(openedAt),
                        ChatRule.BUYER_ABNORMAL,
                        openedAt));
    }

    private Optional<ChatJudgement> marked(ChatFactKind kind, Predicate<Fact> holds, ChatRule rule, Instant openedAt) {
        return marks.stream()
                .filter(mark -> mark.is(kind) && holds.test(mark))
                .min(EARLIEST_FIRST)
                .map(mark -> by(rule, mark.id(), openedAt));
    }

    private Optional<ChatJudgement> answered(Instant openedAt) {
        return first(fact -> fact.kind().isAnswer()
                        && day.policy().countsBy(fact.author())
                        && !fact.occurredAt().isBefore(openedAt))
                .map(answer -> by(ChatRule.ANSWERED_SAME_DAY, answer.id(), openedAt));
    }

    private ChatJudgement unanswered(Instant openedAt) {
        var goesOn = asOf.isBefore(day.end());
        return by(goesOn ? ChatRule.DAY_GOES_ON : ChatRule.NO_COUNTING_ANSWER, null, openedAt);
    }

    private Optional<Fact> first(Predicate<Fact> wanted) {
        return facts.stream().filter(wanted).min(EARLIEST_FIRST);
    }

    private ChatJudgement by(ChatRule rule, @Nullable FactId fact, @Nullable Instant openedAt) {
        var closed = !asOf.isBefore(day.booksClose());
        return new ChatJudgement(
                consultation.id(), rule, fact, openedAt, day.policy().version(), closed);
    }
}
