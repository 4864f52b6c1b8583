package io.hourglass.inquiry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A report of a fact")
class FactReportTest {

    private static FactReportBuilder reply() {
        return FactReport.builder()
                .id(new FactId("f"))
                .inquiry(new InquiryId("q"))
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.WEB);
    }

    @Test
    @DisplayName("is not made without an inquiry, a kind or a channel, and all that is missing is named")
    void missing() {
        assertThatThrownBy(() -> FactReport.builder().id(new FactId("f")).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[inquiry, kind, channel]");
    }

    @Test
    @DisplayName("has nothing where nothing was said, and no text")
    void unsaid() {
        assertThat(reply().build())
                .isEqualTo(new FactReport(
                        new FactId("f"),
                        new InquiryId("q"),
                        InquiryFactKind.REPLIED,
                        null,
                        null,
                        AuthorKind.HUMAN,
                        null,
                        Channel.WEB,
                        null,
                        null,
                        false,
                        null,
                        FactText.NONE));
    }

    @Test
    @DisplayName("is the same but for its actor in the name of another")
    void copy() {
        var sent = reply().actor("li").build();
        var other = sent.withActor("wang");
        assertThat(other.actor()).isEqualTo("wang");
        assertThat(other.withActor("li")).isEqualTo(sent);
    }
}
