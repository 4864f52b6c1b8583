package io.hourglass.inquiry.judging;

import static io.hourglass.inquiry.judging.InquiryFactKind.ALTERNATIVES_REQUESTED;
import static io.hourglass.inquiry.judging.InquiryFactKind.BELONGS_TO;
import static io.hourglass.inquiry.judging.InquiryFactKind.BOUNCED;
import static io.hourglass.inquiry.judging.InquiryFactKind.FOLLOW_UP;
import static io.hourglass.inquiry.judging.InquiryFactKind.RECEIVED;
import static io.hourglass.inquiry.judging.InquiryFactKind.RECLASSIFIED;
import static io.hourglass.inquiry.judging.InquiryFactKind.REJECTED;
import static io.hourglass.inquiry.judging.InquiryFactKind.REPLIED;
import static io.hourglass.inquiry.judging.InquiryFactKind.RETRACTED;
import static io.hourglass.inquiry.judging.InquiryFactKind.SPAM_REPORTED;
import static io.hourglass.inquiry.judging.InquiryFactKind.SYSTEM_SPAM;
import static io.hourglass.inquiry.judging.InquiryFactKind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A kind of fact")
class InquiryFactKindTest {

    @Test
    @DisplayName("is a correction if it supersedes another fact: retracted, reclassified")
    void corrections() {
        assertThat(Arrays.stream(InquiryFactKind.values()).filter(InquiryFactKind::isCorrection))
                .containsExactlyInAnyOrder(RETRACTED, RECLASSIFIED);
    }

    @Test
    @DisplayName("speaks about another fact if it is a correction or a bounce")
    void amendments() {
        assertThat(Arrays.stream(InquiryFactKind.values()).filter(InquiryFactKind::isAmendment))
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
        var reply = Fact.builder()
                .id(new FactId("f"))
                .caseId(new InquiryId("q"))
                .kind(REPLIED)
                .author(AuthorKind.HUMAN)
                .occurredAt(occurredAt)
                .recordedAt(occurredAt)
                .textless(true)
                .build();
        var corrected = reply.withAuthor(AuthorKind.AUTO_REPLY);
        assertThat(corrected.author()).isEqualTo(AuthorKind.AUTO_REPLY);
        assertThat(corrected.withAuthor(AuthorKind.HUMAN)).isEqualTo(reply);
        assertThat(corrected.is(REPLIED)).isTrue();
        assertThat(corrected.is(REJECTED)).isFalse();
    }

    private static Stream<InquiryFactKind> whatCanBeAmendedBy(InquiryFactKind amendment) {
        return Arrays.stream(InquiryFactKind.values()).filter(kind -> kind.canBeAmendedBy(amendment));
    }
}
