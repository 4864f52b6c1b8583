package io.hourglass.chaos.check;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chaos.check.ChatTables.ConsultationRow;
import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.PlannedFact;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.sla.days.NaturalDay;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every acknowledged fact is there once, as it was sent and with the case that it is of, and nothing is there that was not
 * sent.
 */
final class FactsCheck {

    private final Comparison comparison = new Comparison();
    private final Map<String, Fact> stored;

    private final Map<String, String> cases = new HashMap<>();

    private FactsCheck(Tables tables) {
        tables.inquiries().forEach(row -> cases.put(row.id().value(), row.id().value()));
        tables.chat().consultations().forEach(row -> cases.put(row.id().value(), row.inWords()));
        tables.chat().marked().forEach(row -> cases.put(row.id().value(), row.inWords()));
        this.stored = tables.facts().stream().collect(toMap(fact -> fact.id().value(), Function.identity()));
    }

    static Finding in(Tables tables, Plan plan, Set<String> acknowledged) {
        var check = new FactsCheck(tables);
        check.comparison.ofMaps(
                "planned and acknowledged", once(plan.facts().map(PlannedFact::id)), once(acknowledged));
        check.comparison.ofMaps("fact", once(sentIn(plan)), once(check.stored.keySet()));
        plan.facts().forEach(check::content);
        check.comparison.ofMaps("case", once(check.casesIn(plan)), once(check.cases.values().stream()));
        return Finding.of("facts", check.comparison);
    }

    private static Stream<String> sentIn(Plan plan) {
        var spam = plan.inquiries().stream().filter(PlannedFact::isSystemSpam).map(FactsCheck::spamFlagOf);
        return Stream.concat(plan.facts().map(PlannedFact::id), spam);
    }

    private static String spamFlagOf(PlannedFact sent) {
        return FactId.own("system-spam", sent.id()).value();
    }

    private void content(PlannedFact sent) {
        var fact = stored.get(sent.id());
        if (fact != null) {
            comparison.of("content of fact " + sent.id(), inWords(sent, fact), inWords(fact));
        }
        if (sent.isSystemSpam()) {
            var flag = stored.get(spamFlagOf(sent));
            comparison.of("spam flag of " + sent.id(), InquiryFactKind.SYSTEM_SPAM, flag == null ? null : flag.kind());
        }
    }

    private Set<String> casesIn(Plan plan) {
        return plan.facts()
                .flatMap(sent -> Stream.ofNullable(stored.get(sent.id()))
                        .map(Fact::occurredAt)
                        .flatMap(at -> Stream.ofNullable(caseOf(sent, at))))
                .collect(Collectors.toSet());
    }

    /** A consultation is of the day on which it happened, a correction of whatever it corrects is. */
    private @Nullable String caseOf(PlannedFact sent, Instant at) {
        if (!(sent.kind() instanceof ChatFactKind kind) || kind.isMark()) {
            return sent.of();
        }
        var corrected = kind.isCorrection() ? stored.get(sent.about()) : null;
        return corrected == null
                ? ConsultationRow.inWords(sent.of(), NaturalDay.of(at, Scale.ZONE))
                : cases.get(corrected.caseId().toString());
    }

    private String inWords(PlannedFact sent, Fact stored) {
        var at = sent.occurredAt() == null ? stored.occurredAt() : sent.occurredAt();
        return sent.kind() + " of " + caseOf(sent, at) + " by " + sent.author() + " about " + sent.about() + " at "
                + at;
    }

    private String inWords(Fact fact) {
        return fact.kind() + " of " + cases.get(fact.caseId().toString()) + " by " + fact.author() + " about "
                + value(fact) + " at " + fact.occurredAt();
    }

    private static @Nullable String value(Fact fact) {
        return fact.about() == null ? null : fact.about().value();
    }

    private static Map<String, Long> once(Set<String> ids) {
        return once(ids.stream());
    }

    /** How often each is there. */
    private static Map<String, Long> once(Stream<String> ids) {
        return ids.collect(toMap(Function.identity(), id -> 1L, Long::sum));
    }
}
