package io.hourglass.portal.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.kernel.time.SpanFormat;
import io.hourglass.policy.PolicyDifference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Settings of policies, and what differs between versions, in the reader's language. */
@Component
class PolicyWords {

    private final SettingsPageSupport pages;

    PolicyWords(SettingsPageSupport pages) {
        this.pages = pages;
    }

    /** A setting that differs; before or after is empty where there is none. */
    record Difference(String name, String before, String after, String means) {}

    List<Difference> differences(String kind, List<PolicyDifference> differences) {
        return differences.stream().map(one -> difference(kind, one)).toList();
    }

    private Difference difference(String kind, PolicyDifference one) {
        var key = "policy." + kind + "." + one.field();
        var field = PolicyForms.of(kind).stream()
                .filter(some -> some.path().equals(one.field()))
                .findFirst();
        return new Difference(
                pages.say(key), shown(field, one.before()), shown(field, one.after()), pages.say(key + ".means"));
    }

    /** @param field empty of a setting that nobody sets */
    private String shown(Optional<PolicyField> field, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return pages.say("policy.none");
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(author -> pages.say("trace.author." + author.asText()))
                    .collect(Collectors.joining(pages.say("policy.and")));
        }
        return field.map(some -> shown(some, value)).orElse(value.asText());
    }

    private String shown(PolicyField field, JsonNode value) {
        return switch (field.type()) {
            case SPAN -> SpanFormat.of(Duration.parse(value.asText()), LocaleContextHolder.getLocale());
            case DAYS -> pages.say("policy.days", Period.parse(value.asText()).get(ChronoUnit.DAYS));
            case DECIMAL, WHOLE -> plain(value.decimalValue());
            case YES_NO -> pages.say("policy." + value.asBoolean());
            case CHOICE -> pages.say("policy.choice." + value.asText());
            case DATE, TIME, ZONE -> value.asText();
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
