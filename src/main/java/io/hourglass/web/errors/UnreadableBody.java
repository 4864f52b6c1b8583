package io.hourglass.web.errors;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says of a body that is no JSON, or not of the expected form, where and why. */
final class UnreadableBody {

    private static final String BODY = "(body)";

    private UnreadableBody() {}

    /** @param cause null if there was no body */
    static BrokenField because(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return BrokenField.of(path(unknown), null, "left out: known are " + known(unknown));
        }
        if (cause instanceof InvalidFormatException wrong) {
            return BrokenField.of(path(wrong), wrong.getValue(), Expected.of(wrong.getTargetType()));
        }
        if (cause instanceof MismatchedInputException wrong) {
            return BrokenField.of(path(wrong), null, Expected.of(wrong.getTargetType()));
        }
        if (cause instanceof JsonProcessingException broken) {
            return BrokenField.of(BODY, null, "well-formed JSON; it breaks" + place(broken));
        }
        return BrokenField.of(BODY, null, cause == null ? "given, as a JSON object" : "readable, as a JSON object");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), java.util.List.of());
        return String.join(", ", new TreeSet<>(ids.stream().map(String::valueOf).toList()));
    }

    private static String path(JsonMappingException at) {
        var path = at.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(joining("."));
        return path.isEmpty() ? BODY : path;
    }

    private static String place(JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
