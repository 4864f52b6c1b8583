package io.hourglass.portal.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One setting of a policy as a field of a form: of which type it is, and how it is read and written. What a value may be, its kind
 * of policy says.
 *
 * @param path within the rules, such as {@code ranking.newcomerShare}; its words are {@code policy.}, the kind, and this
 * @param choices of a CHOICE; else empty
 */
record PolicyField(String path, Type type, List<String> choices) {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final int MILLI_DIGITS = 3;

    /** What stands in a field. */
    enum Type {
        WHOLE,
        DECIMAL,
        /** Elapsed time: a number with one of {@link Unit}. */
        SPAN,
        /** Calendar days. */
        DAYS,
        /** Or nothing. */
        DATE,
        /** On a wall clock, to the minute. */
        TIME,
        YES_NO,
        CHOICE,
        ZONE
    }

    /** Of a span, the smallest first. */
    enum Unit {
        SECONDS(Duration.ofSeconds(1)),
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration one;

        Unit(Duration one) {
            this.one = one;
        }
    }

    /**
     * What is typed in a field.
     *
     * @param unit of a span the name of a {@link Unit}; else empty
     */
    record Typed(String value, String unit) {}

    static PolicyField of(Type type, String path) {
        return new PolicyField(path, type, List.of());
    }

    /** By which name the form sends the unit. */
    public String unitName() {
        return path + ".unit";
    }

    Typed typed(Map<String, String> form) {
        return new Typed(form.getOrDefault(path, "").strip(), form.getOrDefault(unitName(), ""));
    }

    /** The value of a version, as it stands in the field; a missing one is empty. */
    Typed typed(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return new Typed("", "");
        }
        return switch (type) {
            case SPAN -> span(Duration.parse(value.asText()));
            case DAYS -> new Typed(Long.toString(Period.parse(value.asText()).get(ChronoUnit.DAYS)), "");
            case DECIMAL -> new Typed(value.decimalValue().stripTrailingZeros().toPlainString(), "");
            default -> new Typed(value.asText(), "");
        };
    }

    private static Typed span(Duration span) {
        for (var unit : List.of(Unit.HOURS, Unit.MINUTES)) {
            if (span.toMillis() % unit.one.toMillis() == 0) {
                return new Typed(Long.toString(span.dividedBy(unit.one)), unit.name());
            }
        }
        var seconds = BigDecimal.valueOf(span.toMillis(), MILLI_DIGITS).stripTrailingZeros();
        return new Typed(seconds.toPlainString(), Unit.SECONDS.name());
    }

    /** What is typed, as the rules have it: nothing of an empty date, empty where it is none of the type. */
    Optional<JsonNode> read(Typed typed) {
        var value = typed.value();
        try {
            return switch (type) {
                case WHOLE -> matching(WHOLE, value).map(Integer::valueOf).map(IntNode::valueOf);
                case DECIMAL -> matching(DECIMAL, value).map(BigDecimal::new).map(DecimalNode::valueOf);
                case SPAN -> matching(DECIMAL, value).map(number -> TextNode.valueOf(span(number, typed.unit())));
                case DAYS -> matching(WHOLE, value).map(days -> TextNode.valueOf("P" + days + "D"));
                case DATE ->
                    Optional.of(
                            value.isEmpty()
                                    ? MissingNode.getInstance()
                                    : TextNode.valueOf(LocalDate.parse(value).toString()));
                case TIME -> Optional.of(TextNode.valueOf(LocalTime.parse(value).toString()));
                case YES_NO ->
                    Optional.of(value)
                            .filter(one -> one.equals("true") || one.equals("false"))
                            .map(one -> BooleanNode.valueOf(one.equals("true")));
                case CHOICE -> Optional.of(value).filter(choices::contains).map(TextNode::valueOf);
                case ZONE ->
                    Optional.of(value)
                            .filter(one -> !one.isEmpty())
                            .map(PolicyField::zone)
                            .map(TextNode::valueOf);
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** As it is written; one that there is not stays as typed, for the rules to refuse. */
    private static String zone(String typed) {
        try {
            return Viewer.zoneNamed(typed).getId();
        } catch (InvalidInput e) {
            return typed;
        }
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return Optional.of(value).filter(one -> pattern.matcher(one).matches());
    }

    /** @throws ArithmeticException if it is finer than a nanosecond, or longer than can be */
    private static String span(String number, String unit) {
        var millis = new BigDecimal(number)
                .multiply(BigDecimal.valueOf(Unit.valueOf(unit).one.toMillis()));
        return Duration.ofNanos(millis.movePointRight(2 * MILLI_DIGITS).longValueExact())
                .toString();
    }
}
