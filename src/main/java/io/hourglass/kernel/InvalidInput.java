package io.hourglass.kernel;

import org.jspecify.annotations.Nullable;

/** Input that breaks a rule of the format: names the field, the value and the rule. Nothing has been changed. */
public class InvalidInput extends RuntimeException {

    private static final int SHOWN = 200;

    private final String field;
    private final String value;
    private final String rule;

    /** @param value as it was sent; shown up to 200 characters */
    public InvalidInput(String field, @Nullable Object value, String rule) {
        super(field + " is " + shown(value) + ", but must be " + rule);
        this.field = field;
        this.value = shown(value);
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String rule() {
        return rule;
    }

    private static String shown(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
