package io.hourglass.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bad input")
class InvalidInputTest {

    @Test
    @DisplayName("names the field, the value and the rule")
    void namesFieldValueAndRule() {
        var badInput = new InvalidInput("occurredAt", "yesterday", "an instant");
        assertThat(badInput).hasMessage("occurredAt is yesterday, but must be an instant");
        assertThat(badInput.field()).isEqualTo("occurredAt");
        assertThat(badInput.value()).isEqualTo("yesterday");
        assertThat(badInput.rule()).isEqualTo("an instant");
    }

    @Test
    @DisplayName("that is missing shows as null")
    void showsAMissingValue() {
        assertThat(new InvalidInput("kind", null, "given")).hasMessage("kind is null, but must be given");
    }

    @Test
    @DisplayName("shows 200 characters of its value in full")
    void showsAValueOfTheLimit() {
        assertThat(new InvalidInput("text", "x".repeat(200), "short").value()).isEqualTo("x".repeat(200));
    }

    @Test
    @DisplayName("that is longer shows 200 characters and says how many there were")
    void cutsALongerValue() {
        var badInput = new InvalidInput("text", "x".repeat(201), "short");
        assertThat(badInput.value()).isEqualTo("x".repeat(200) + "… (201 characters)");
        assertThat(badInput).hasMessageContaining("(201 characters), but must be short");
    }

    @Test
    @DisplayName("is another thing than an id that nobody knows")
    void isNotTheUnknown() {
        var notKnown = new NotFound("inquiry", "q-1");
        assertThat(notKnown).hasMessage("no inquiry with the id q-1").isNotInstanceOf(InvalidInput.class);
        assertThat(notKnown.what()).isEqualTo("inquiry");
        assertThat(notKnown.id()).isEqualTo("q-1");
    }
}
