package io.hourglass.incoming.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.kernel.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A field of a body.
 *
 * @param path from the top of the body; empty for the body itself
 */
public record Field(JsonNode node, String path) {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,14}");

    public static Field of(JsonNode body) {
        return new Field(body, "");
    }

    /** A field of this object. */
    public Field at(String name) {
        return new Field(node.path(name), path.isEmpty() ? name : path + "." + name);
    }

    /** Each of this list. */
    public Stream<Field> each() {
        return IntStream.range(0, node.size()).mapToObj(at -> new Field(node.path(at), path + "[" + at + "]"));
    }

    /** Whether it is there, and not null. */
    public boolean isGiven() {
        return !node.isMissingNode() && !node.isNull();
    }

    public Optional<Field> given() {
        return isGiven() ? Optional.of(this) : Optional.empty();
    }

    /** @throws InvalidInput if it is none */
    public Field object() {
        return required(node.isObject(), "an object");
    }

    /** @throws InvalidInput if it is none; none given is an empty one */
    public Field list() {
        return required(!isGiven() || node.isArray(), "a list");
    }

    /** @throws InvalidInput if it is none */
    public String text() {
        return required(node.isTextual(), "text").node.textValue();
    }

    /** @throws InvalidInput if it is none of these */
    public String oneOf(List<String> all) {
        required(node.isTextual() && all.contains(node.textValue()), "one of " + String.join(", ", all));
        return node.textValue();
    }

    /** @throws InvalidInput if it is neither; none given is false */
    public boolean isTrue() {
        return required(!isGiven() || node.isBoolean(), "true or false").node.booleanValue();
    }

    /**
     * A whole number from 1 on, or its digits as text.
     *
     * @throws InvalidInput if it is none
     */
    public String number() {
        var digits = node.isTextual() ? node.textValue() : node.isIntegralNumber() ? node.asText() : "";
        required(NUMBER.matcher(digits).matches(), "a whole number of 1 to 15 digits");
        return digits;
    }

    /** That it breaks the rule. */
    public InvalidInput breaks(String rule) {
        return new InvalidInput(
                path.isEmpty() ? "body" : path,
                node.isMissingNode() ? null : node.isTextual() ? node.textValue() : node,
                rule);
    }

    private Field required(boolean isSo, String rule) {
        if (!isSo) {
            throw breaks(rule);
        }
        return this;
    }
}
