package io.hourglass.kernel;

import static io.hourglass.kernel.FactKind.ALTERNATIVES_REQUESTED;
import static io.hourglass.kernel.FactKind.BELONGS_TO;
import static io.hourglass.kernel.FactKind.BOUNCED;
import static io.hourglass.kernel.FactKind.FOLLOW_UP;
import static io.hourglass.kernel.FactKind.RECEIVED;
import static io.hourglass.kernel.FactKind.RECLASSIFIED;
import static io.hourglass.kernel.FactKind.REJECTED;
import static io.hourglass.kernel.FactKind.REPLIED;
import static io.hourglass.kernel.FactKind.RETRACTED;
import static io.hourglass.kernel.FactKind.SPAM_REPORTED;
import static io.hourglass.kernel.FactKind.SYSTEM_SPAM;
import static io.hourglass.kernel.FactKind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A kind of fact")
class FactKindTest {

    @Test
    @DisplayName("is a correction if it supersedes another fact: retracted, reclassified")
    void corrections() {
        assertThat(Arrays.stream(FactKind.values()).filter(FactKind::isCorrection))
                .containsExactlyInAnyOrder(RETRACTED, RECLASSIFIED);
    }

    @Test
    @DisplayName("speaks about another fact if it is a correction or a bounce")
    void amendments() {
        assertThat(Arrays.stream(FactKind.values()).filter(FactKind::isAmendment))
                .containsExactlyInAnyOrder(RETRACTED, RECLASSIFIED, BOUNCED);
    }

    @Test
    @DisplayName("can be retracted, and so can a retraction, unless it is what the buyer wrote or asked for")
    void whatCanBeRetracted() {
        assertThat(whatCanBeAmendedBy(RETRACTED))
                .containsExactlyInAnyOrder(
                        SYSTEM_SPAM,
                        REPLIED,
                        BOUNCED,
                        REJECTED,
                        SPAM_REPORTED,
                        WITHDRAWN,
                        BELONGS_TO,
                        RETRACTED,
                        RECLASSIFIED);
    }

    @Test
    @DisplayName("is reclassified, and bounces, only if it is a reply")
    void whatCanBeReclassifiedOrBounce() {
        assertThat(whatCanBeAmendedBy(RECLASSIFIED)).containsExactly(REPLIED);
        assertThat(whatCanBeAmendedBy(BOUNCED)).containsExactly(REPLIED);
    }

    @Test
    @DisplayName("that is no amendment speaks about nothing")
    void whatAmendsNothing() {
        assertThat(Stream.of(RECEIVED, FOLLOW_UP, REPLIED, REJECTED, WITHDRAWN, BELONGS_TO, ALTERNATIVES_REQUESTED))
                .allSatisfy(kind -> assertThat(whatCanBeAmendedBy(kind)).isEmpty());
    }

    @Test
    @DisplayName("stays when the fact's author changes, as does all the rest")
    void factByAnotherAuthor() {
        var occurredAt = Instant.parse("2016-03-01T10:00:00Z");
        var reply = new Fact(
                new FactId("f"), new InquiryId("q"), REPLIED, AuthorKind.HUMAN, occurredAt, occurredAt, true, null);
        var corrected = reply.by(AuthorKind.AUTO_REPLY);
        assertThat(corrected.author()).isEqualTo(AuthorKind.AUTO_REPLY);
        assertThat(corrected.by(AuthorKind.HUMAN)).isEqualTo(reply);
        assertThat(corrected.is(REPLIED)).isTrue();
        assertThat(corrected.is(REJECTED)).isFalse();
    }

    private static Stream<FactKind> whatCanBeAmendedBy(FactKind amendment) {
        return Arrays.stream(FactKind.values()).filter(kind -> kind.canBeAmendedBy(amendment));
    }
}
