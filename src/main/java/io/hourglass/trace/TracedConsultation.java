package io.hourglass.trace;

import io.hourglass.chat.judging.ChatExplanation;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.chat.judging.ChatRule;
import io.hourglass.chat.policy.ChatDay;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.trace.ConsultationTraces.ConsultationTrace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as its page shows it.
 *
 * @param why the rule that decided, in words
 * @param facts by occurrence: those between the two, then what is known of the buyer's account
 */
public record TracedConsultation(
        ConsultationTrace trace,
        String why,
        List<FactLine> facts,
        List<FactLine> marks,
        List<Decision> decisions,
        List<Walked> steps) {

    /**
     * A fact.
     *
     * @param text null if it has none, or it is not for this reader
     * @param about what a correction speaks about; null of other facts
     * @param decides whether the verdict rests on it
     */
    public record FactLine(Told told, @Nullable String text, @Nullable Fact about, boolean decides) {}

    /** An entry of the books, with why. */
    public record Decision(VerdictEntry entry, String why, @Nullable Fact cause) {}

    /** A step of the process. */
    public record Walked(String name, String node, Instant at) {}

    /** @param isShop to a shop the reasons of marks are not shown: they are about the buyer */
    public static TracedConsultation of(
            ConsultationTrace trace, Locale locale, ZoneId zone, Traces names, boolean isShop) {
        var known = Stream.concat(trace.kept().facts().stream(), trace.marks().stream())
                .map(told -> told.stored().fact())
                .toList();
        var judgement = trace.judged().judgement().orElseThrow();
        var day = trace.judged().consultation().day();
        return new TracedConsultation(
                trace,
                ChatExplanation.of(judgement, find(judgement.decidingFact(), known), day, locale, zone),
                lines(trace.kept().facts(), known, judgement, true),
                lines(trace.marks(), known, judgement, !isShop),
                trace.kept().entries().stream()
                        .map(entry -> new Decision(
                                entry, why(entry, judgement, known, day, locale, zone), cause(entry, known)))
                        .toList(),
                trace.steps().stream()
                        .map(step -> new Walked(
                                names.nameOf(new ProcessNode(step.process(), step.node()), locale),
                                step.process() + "." + step.node(),
                                step.at()))
                        .toList());
    }

    private static List<FactLine> lines(List<Told> told, List<Fact> known, ChatJudgement judgement, boolean withText) {
        return told.stream()
                .map(one -> new FactLine(
                        one,
                        withText ? one.text().body() : null,
                        find(one.stored().fact().about(), known),
                        one.stored().fact().id().equals(judgement.decidingFact())))
                .toList();
    }

    private static String why(
            VerdictEntry entry, ChatJudgement now, List<Fact> known, ChatDay day, Locale locale, ZoneId zone) {
        var then = new ChatJudgement(
                now.consultation(),
                (ChatRule) entry.rule(),
                entry.decidingFact(),
                now.openedAt(),
                entry.policyVersion(),
                now.booksClosed());
        return ChatExplanation.of(then, find(entry.decidingFact(), known), day, locale, zone);
    }

    private static @Nullable Fact cause(VerdictEntry entry, List<Fact> known) {
        return known.stream()
                .filter(fact -> fact.id().value().equals(entry.cause().reference()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Fact find(@Nullable FactId id, List<Fact> known) {
        return known.stream()
                .filter(fact -> Objects.equals(fact.id(), id))
                .findFirst()
                .orElse(null);
    }
}
