package io.hourglass.trace;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@HourglassTest
@DisplayName("What a fact does is the same in the trace, in the API and on the pages of supplier and buyer")
class EffectsEverywhereTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PAST_THE_CLOSE = Duration.ofDays(6);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    private static final Map<String, String> WORDS = Map.of(
            "STANDS", "Valid.",
            "DECIDES", "Decisive.",
            "RETRACTED", "Retracted by a later fact.",
            "REFUSED", "Without effect: dated before the inquiry was received.",
            "NO_ANSWER", "Not a reply that counts: because of its author, or because it has no text.",
            "TOO_LATE", "Recorded after the day was locked: kept, and changes no verdict.");

    private String read(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String suppliersPage(InquiryId id) throws Exception {
        return mvc.perform(get("/suppliers/supplier-1/inquiries/" + id).with(as(supplier("supplier-1"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String buyersPage(String path) throws Exception {
        return mvc.perform(get("/buyers/buyer-1/inquiries" + path).with(as(buyer("buyer-1"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** In the order of occurrence; on the page in words. */
    private void says(InquiryId id, String... effects) throws Exception {
        assertThat(JsonPath.<List<String>>read(read("/api/inquiries/" + id + "/trace"), "$.facts[*].effect"))
                .containsExactly(effects);
        assertThat(JsonPath.<List<String>>read(read("/api/inquiries/" + id), "$.facts[*].effect"))
                .containsExactly(effects);
        var page = suppliersPage(id);
        var facts = page.substring(page.indexOf("<h2 id=\"facts\""), page.indexOf("<h2 id=\"clocks\""));
        var words = List.of(effects).stream()
                .filter(WORDS::containsKey)
                .map(WORDS::get)
                .toList();
        assertThat(facts).containsSubsequence(words);
        WORDS.values().stream().filter(word -> !words.contains(word)).forEach(word -> assertThat(facts)
                .doesNotContain(word));
    }

    private String why(InquiryId id) throws Exception {
        var text = JsonPath.<String>read(read("/api/inquiries/" + id), "$.explanation.text");
        assertThat(JsonPath.<String>read(read("/api/inquiries/" + id + "/trace"), "$.explanation.en"))
                .isEqualTo(text);
        assertThat(suppliersPage(id)).contains(withoutIds(text));
        return text;
    }

    /** As a page says it, which has the ids beside the sentence. */
    private static String withoutIds(String text) {
        return text.replaceAll("fact \\S+ of inquiry \\S+, ([^)]+)", "$1, sent for another inquiry")
                .replaceAll("fact \\S+, ", "")
                .replaceAll("dispute \\S+,", "a dispute,");
    }

    @Test
    @DisplayName("a request for alternatives after the close stands: it bears on no verdict")
    void lateRequest() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(PAST_THE_CLOSE);
        marketplace.askForAlternatives(id);
        says(id, "STANDS", "STANDS");
    }

    @Test
    @DisplayName("a reply after the close came too late, the sentence above it says so, and its buyer has an answer")
    void lateReply() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.pass(PAST_THE_CLOSE);
        marketplace.reply(id, AuthorKind.HUMAN, marketplace.now().minus(Duration.ofDays(5)));
        says(id, "STANDS", "TOO_LATE");
        assertThat(why(id))
                .startsWith("No counting reply was known when the day was locked, 2026-03-07 00:00 +08:00")
                .contains(
                        ", 2026-03-03 10:00 +08:00) became known on 2026-03-08 10:00 +08:00, after the day was locked")
                .endsWith("The verdict can be disputed up to and including 2026-04-06 00:00 +08:00.");
        assertThat(buyersPage("/i")).contains(InquiryNodes.ANSWERED);
    }

    @Test
    @DisplayName("what decided goes on deciding, although it is taken back after the close")
    void takenBackLate() throws Exception {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        marketplace.pass(PAST_THE_CLOSE);
        marketplace.retractLast(id);
        says(id, "STANDS", "DECIDES", "TOO_LATE");
    }

    @Test
    @DisplayName(
            "a reply to a duplicate decides in both files, is named with its inquiry, and is read by the buyer in both")
    void duplicate() throws Exception {
        var anchor = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        var again = marketplace.inquiry("again");
        marketplace.pass(HOUR);
        marketplace.reply(again, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.pass(HOUR);
        marketplace.reply(again);
        says(anchor, "STANDS", "NO_ANSWER", "DECIDES");
        says(again, "STANDS", "NO_ANSWER", "DECIDES");
        assertThat(why(anchor)).contains(" of inquiry again, 2026-03-02 13:00 +08:00) came 2 d 21 h before");
        var facts = read("/api/inquiries/i");
        assertThat(JsonPath.<List<String>>read(facts, "$.facts[*].inquiry")).containsExactly("again", "again");
        assertThat(suppliersPage(anchor))
                .contains("Sent for inquiry")
                .contains("/suppliers/supplier-1/inquiries/again");
        assertThat(buyersPage("/i")).contains("2026-03-02 13:00 +08:00");
        assertThat(buyersPage("")).contains("2026-03-02 13:00 +08:00");
    }

    @Test
    @DisplayName("a reply to a duplicate that is dated before it was received is refused in both files")
    void duplicateBeforeItsReceipt() throws Exception {
        var anchor = marketplace.inquiry("i");
        marketplace.pass(HOUR);
        var again = marketplace.inquiry("again");
        marketplace.happens(
                again,
                InquiryFactKind.REPLIED,
                AuthorKind.HUMAN,
                marketplace.now().minus(HOUR.dividedBy(2)));
        says(anchor, "STANDS", "REFUSED");
        says(again, "REFUSED", "STANDS");
        assertThat(why(anchor))
                .contains("does not count: it is dated before the inquiry was received, 2026-03-02 11:00 +08:00.");
        assertThat(read("/inquiries/i/trace")).contains("Sent for another inquiry.");
    }

    @Test
    @DisplayName("a reply to a further mail decides in its file and in that of the inquiry that it goes on with")
    void followUp() throws Exception {
        mail("i", "{'messageId': '<1@b>'}");
        marketplace.pass(HOUR);
        mail("more", "{'messageId': '<2@b>', 'inReplyTo': '<1@b>'}");
        marketplace.pass(HOUR);
        marketplace.reply(new InquiryId("more"));
        says(new InquiryId("i"), "STANDS", "DECIDES");
        assertThat(why(new InquiryId("i"))).contains(" of inquiry more, 2026-03-02 12:00 +08:00) came 2 d 22 h before");
        assertThat(JsonPath.<List<String>>read(read("/api/inquiries/more"), "$.facts[*].effect"))
                .containsExactly("STANDS", "DECIDES");
    }

    private void mail(String id, String ids) throws Exception {
        var body = "{'id': '%s', 'buyer': 'buyer-1', 'supplier': 'supplier-1', 'text': 'Price?', %s"
                .formatted(id, ids.substring(1))
                .replace('\'', '"');
        mvc.perform(MockMvcRequestBuilders.post("/api/inquiries")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    @DisplayName("a verdict under which an accepted dispute lies names it, one of closed books and one of open ones")
    void disputes() throws Exception {
        var open = marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(80));
        dispute("while-open", open);
        assertThat(why(open))
                .endsWith("It is based on dispute while-open, which was accepted and booked on"
                        + " 2026-03-05 18:00 +08:00.");
        var closed = marketplace.inquiry("closed");
        marketplace.pass(PAST_THE_CLOSE);
        dispute("afterwards", closed);
        assertThat(why(closed)).contains("It is based on dispute afterwards, which was accepted and booked on");
        says(closed, "STANDS", "DECIDES");
    }

    private void dispute(String id, InquiryId about) {
        var at = marketplace.now().minus(HOUR);
        var close = Instant.parse("2026-03-09T16:00:00Z");
        var claim = new Claim(
                InquiryFactKind.REPLIED, at.isBefore(close) ? at : close.minusMillis(1), AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId(id), about, claim, "Line 4711.", "li.wei"));
        decide.decide(new DecideDispute.Decided(new DisputeId(id), true, "It shows.", As.auditor()));
    }
}
