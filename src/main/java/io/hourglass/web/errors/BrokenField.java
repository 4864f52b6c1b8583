package io.hourglass.web.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a request breaks a rule.
 *
 * @param value as it was sent, in its first 200 characters; null if it was not sent
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(example = "{\"field\": \"author\", \"value\": \"ROBOT\", \"rule\": \"one of HUMAN, AI_ASSISTED\"}")
record BrokenField(String field, @Nullable String value, String rule) {

    static BrokenField of(String field, @Nullable Object value, String rule) {
        return new BrokenField(field, value == null ? null : new InvalidInput(field, value, rule).value(), rule);
    }

    static BrokenField missing(String field) {
        return new BrokenField(field, null, "given");
    }

    String inWords() {
        return value == null ? field + " must be " + rule : field + " is " + value + ", but must be " + rule;
    }
}
