package io.hourglass.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.evidence.SentId.Source;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.FactId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is sent under an id")
class SentIdTest {

    private static Optional<String> known(Source source, String id, Optional<String> found, String sent) {
        return new SentId(source, id, 3).known(found, sent::equals, () -> new FactConflict(new FactId(id)));
    }

    @Test
    @DisplayName("is the same again with the same content, and refused with other content")
    void again() {
        assertThat(known(Source.MARKETPLACE, "a", Optional.of("x"), "x")).contains("x");
        assertThatThrownBy(() -> known(Source.MARKETPLACE, "a", Optional.of("x"), "y"))
                .isInstanceOf(FactConflict.class)
                .hasMessage("The id a is known already, with other content");
    }

    @Test
    @DisplayName("is new where nothing is known under it, if the marketplace may name it so")
    void isNew() {
        assertThat(known(Source.MARKETPLACE, "abc", Optional.empty(), "x")).isEmpty();
        assertThatThrownBy(() -> known(Source.MARKETPLACE, "abcd", Optional.empty(), "x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("id is abcd, but must be 1 to 3 characters");
        assertThatThrownBy(() -> known(Source.MARKETPLACE, ":a", Optional.empty(), "x"))
                .isInstanceOf(InvalidInput.class);
        assertThat(known(Source.PROGRAM, ":a", Optional.empty(), "x")).isEmpty();
    }

    @Test
    @DisplayName("is known again under whatever id it has, from before there was a rule of new ones")
    void old() {
        assertThat(known(Source.MARKETPLACE, "..", Optional.of("x"), "x")).contains("x");
    }
}
