package io.hourglass.mailing.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.messages.signing.ProgramKey;
import io.hourglass.messages.signing.SigningKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A link in a mail")
class MailLinksTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Link LINK = new Link(Purpose.OBJECT, "sam", "i-1", NOON);

    private final Keys keys = new Keys();

    private static final class Keys implements SigningKeys {

        private @Nullable String made;

        @Override
        public Optional<String> key() {
            return Optional.ofNullable(made);
        }

        @Override
        public void add(String key) {
            made = key;
        }
    }

    private MailLinks at(Instant now) {
        return new MailLinks(new ProgramKey(keys), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    @DisplayName("is read back up to its end, and for its own end alone")
    void read() {
        var token = at(NOON.minusSeconds(9)).sign(LINK);
        assertThat(at(NOON).read(Purpose.OBJECT, token)).contains(LINK);
        assertThat(at(NOON.plusMillis(1)).read(Purpose.OBJECT, token)).isEmpty();
        assertThat(at(NOON).read(Purpose.UNSUBSCRIBE, token)).isEmpty();
        assertThat(at(NOON).read(Purpose.OBJECT, token + "A")).isEmpty();
        assertThat(at(NOON).read(Purpose.OBJECT, "~")).isEmpty();
    }

    @Test
    @DisplayName("is none where nothing was signed")
    void unsigned() {
        assertThat(at(NOON).read(Purpose.OBJECT, "A".repeat(80))).isEmpty();
    }
}
