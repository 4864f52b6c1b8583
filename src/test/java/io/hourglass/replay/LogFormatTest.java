package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line of an event log")
class LogFormatTest {

    private static LogEvent parse(long line, String text) {
        return LogFormat.parse(line, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("says what happened to which inquiry, when, and who wrote it")
    void readsALine() {
        var event = parse(7, "REPLIED,I1,B1,S1,2016-02-29T01:16:00Z,HUMAN,\"C1/2, pipes\"");
        assertThat(event.kind()).isEqualTo(InquiryFactKind.REPLIED);
        assertThat(event.at()).isEqualTo(Instant.parse("2016-02-29T01:16:00Z"));
        assertThat(event.author()).isEqualTo(AuthorKind.HUMAN);
        assertThat(event.category()).isEqualTo("C1/2, pipes");
        assertThat(event.line()).isEqualTo(7);
    }

    @Test
    @DisplayName("may leave author and category empty, save that a reply has an author")
    void emptyFields() {
        var event = parse(1, "RECEIVED,I1,B1,S1,2016-02-29T01:16:00Z,,");
        assertThat(event.author()).isNull();
        assertThat(event.category()).isNull();
        assertThatThrownBy(() -> parse(1, "REPLIED,I1,B1,S1,2016-02-29T01:16:00Z,,"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("author");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("that is against the format is refused, and the field is named")
    @CsvSource(
            delimiter = '|',
            value = {
                "event | ANSWERED,I1,B1,S1,2016-02-29T01:16:00Z,HUMAN,",
                "event | received,I1,B1,S1,2016-02-29T01:16:00Z,,",
                "inquiry | RECEIVED,,B1,S1,2016-02-29T01:16:00Z,,",
                "buyer | RECEIVED,I1,,S1,2016-02-29T01:16:00Z,,",
                "supplier | RECEIVED,I1,B1,,2016-02-29T01:16:00Z,,",
                "at | RECEIVED,I1,B1,S1,29.02.2016 01:16,,",
                "at | RECEIVED,I1,B1,S1,2016-02-30T01:16:00Z,,",
                "author | REPLIED,I1,B1,S1,2016-02-29T01:16:00Z,ROBOT,",
                "number of fields | RECEIVED,I1,B1,S1,2016-02-29T01:16:00Z,",
                "number of fields | RECEIVED,I1,B1,S1,2016-02-29T01:16:00Z,,C1,more",
                "line | RECEIVED,\"I1,B1,S1,2016-02-29T01:16:00Z,,",
            })
    void badLines(String field, String line) {
        assertThatThrownBy(() -> parse(1, line))
                .isInstanceOfSatisfying(
                        InvalidInput.class, bad -> assertThat(bad.field()).isEqualTo(field));
    }

    @Test
    @DisplayName("may have a category of any length: it is a detail")
    void longCategory() {
        var start = "RECEIVED,I1,B1,S1,2016-02-29T01:16:00Z,,";
        assertThat(parse(1, start + "c".repeat(4000)).category()).hasSize(4000);
    }

    @Test
    @DisplayName("that stands there twice is the same fact")
    void sameFact() {
        var line = "REJECTED,I1,B1,S1,2016-02-29T01:16:00Z,HUMAN,C1";
        assertThat(parse(3, line).asFact()).isEqualTo(parse(9, line).asFact());
    }
}
