package io.hourglass.relay.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.messages.signing.ProgramKey;
import io.hourglass.messages.signing.SigningKeys;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The code in a relay address")
class AddressCodeTest {

    private static final long LAST = (1L << 48) - 1;

    private static final class Keys implements SigningKeys {

        private @Nullable String key;

        @Override
        public Optional<String> key() {
            return Optional.ofNullable(key);
        }

        @Override
        public void add(String made) {
            key = made;
        }
    }

    private final AddressCode code = new AddressCode(new ProgramKey(new Keys()));

    @Test
    @DisplayName("is read as the number of which it was written, and always the same")
    void there() {
        for (var number : new long[] {0, 1, 31, 32, 255, 256, 1_000_000, 1L << 40, LAST - 1, LAST}) {
            var written = code.write(number);
            assertThat(written).matches("[0-9a-v]{24}").isEqualTo(code.write(number));
            assertThat(code.read(written)).hasValue(number);
        }
    }

    @Test
    @DisplayName("shows nothing of its number: neighbours have no beginning in common")
    void hidden() {
        var beginnings = new HashSet<String>();
        for (var number = 1; number <= 200; number++) {
            beginnings.add(code.write(number).substring(0, 6));
        }
        assertThat(beginnings).hasSizeGreaterThan(195);
    }

    @Test
    @DisplayName("with any digit changed is none")
    void changed() {
        var written = code.write(4711);
        for (var at = 0; at < written.length(); at++) {
            for (var digit : "0123456789abcdefghijklmnopqrstuv".toCharArray()) {
                var other = written.substring(0, at) + digit + written.substring(at + 1);
                assertThat(code.read(other).isPresent()).isEqualTo(other.equals(written));
            }
        }
    }

    @Test
    @DisplayName("is none by chance, in capitals, of another length or of another program's key")
    void guessed() {
        var written = code.write(7);
        var random = new Random(78);
        for (var guess = 0; guess < 2_000; guess++) {
            assertThat(code.read(written.substring(0, 10)
                            + Long.toString(random.nextLong(1L << 50, 1L << 62), 32)
                                    .concat("0".repeat(14))
                                    .substring(0, 14)))
                    .isEmpty();
        }
        assertThat(code.read(written.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(code.read(written.substring(1))).isEmpty();
        assertThat(code.read(written + "0")).isEmpty();
        assertThat(code.read("")).isEmpty();
        assertThat(code.read("w".repeat(24))).isEmpty();
        var other = new AddressCode(new ProgramKey(new Keys()));
        assertThat(other.read(written)).isEmpty();
        other.write(7);
        assertThat(other.read(written)).isEmpty();
    }
}
