package io.hourglass.chaos.check;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.PlannedFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every acknowledged fact is there once, as it was sent, and nothing is there that was not sent. */
final class FactsCheck {

    private final Comparison comparison = new Comparison();
    private final Map<String, Fact> stored;

    private FactsCheck(Tables tables) {
        this.stored = tables.facts().stream().collect(toMap(fact -> fact.id().value(), Function.identity()));
    }

    static Finding in(Tables tables, Plan plan, Set<String> acknowledged) {
        var check = new FactsCheck(tables);
        check.comparison.ofMaps(
                "planned and acknowledged", once(plan.facts().map(PlannedFact::id)), once(acknowledged));
        check.comparison.ofMaps("fact", once(sentIn(plan)), once(check.stored.keySet()));
        plan.facts().forEach(check::content);
        var received = plan.inquiries().stream().map(PlannedFact::id);
        var inquiries = tables.inquiries().stream().map(inquiry -> inquiry.id().value());
        check.comparison.ofMaps("inquiry", once(received), once(inquiries));
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

    private static String inWords(PlannedFact sent, Fact stored) {
        var at = sent.occurredAt() == null ? stored.occurredAt() : sent.occurredAt();
        return sent.kind() + " of " + sent.inquiry() + " by " + sent.author() + " about " + sent.about() + " at " + at;
    }

    private static String inWords(Fact fact) {
        return fact.kind() + " of " + fact.caseId() + " by " + fact.author() + " about " + value(fact) + " at "
                + fact.occurredAt();
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
