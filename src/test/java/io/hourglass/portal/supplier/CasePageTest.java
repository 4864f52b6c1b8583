package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.RecordCoverage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("An inquiry's page")
class CasePageTest extends SuppliersBrowser {

    @Autowired
    private RecordCoverage coverage;

    @Test
    @DisplayName("takes a reply with CC addresses, which counts, once however often it is sent")
    void reply() throws Exception {
        for (var time = 0; time < 2; time++) {
            send(CASE + "/replies", "text", "38 USD", "cc", "a@x.example, b@x.example", "form", "f")
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(CASE));
        }
        assertThat(told(InquiryFactKind.REPLIED)).hasSize(1);
        var reply = told(InquiryFactKind.REPLIED).get(0);
        assertThat(reply.text()).isEqualTo(new FactText(null, "38 USD", List.of("a@x.example", "b@x.example")));
        assertThat(reply.stored().actor()).isEqualTo("li.wei");
        assertThat(state("q")).isEqualTo(InquiryState.TIMELY);
        assertThat(page(CASE)).contains("CC: a@x.example, b@x.example").contains("Decisive.");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "en, Record my reply, The buyer reads it under “My inquiries”, no mail is sent",
        "zh, 提交回复, 买家在“我的询盘”中查看该回复, 不会向任何人发送邮件"
    })
    @DisplayName("says of a reply that it is recorded, where the buyer reads it, and that nobody is mailed")
    void mailsNobody(String language, String button, String where, String nobody) throws Exception {
        for (var path : new String[] {CASE, INBOX}) {
            assertThat(page(OWN, path, language))
                    .contains(button, where, nobody)
                    .doesNotContain("Send the reply", "Copies to", "发送回复");
        }
    }

    @Test
    @DisplayName("keeps what was typed where it is too late for it, and its form is not on the page any more")
    void typedTooLate() throws Exception {
        marketplace.pass(Duration.ofDays(60));
        var rejection = send(CASE + "/objections", "kind", "REJECTED", "reason", "No <pumps>", "form", "f");
        assertThat(body(rejection.andExpect(status().isConflict())))
                .contains(">No &lt;pumps&gt;</textarea>", "<strong>Rejection</strong>");
        var dispute = send(CASE + "/disputes", "kind", "REPLIED", "evidence", "A <log>", "form", "f");
        assertThat(body(dispute)).contains(">A &lt;log&gt;</textarea>");
    }

    @Test
    @DisplayName("keeps the way back to the inbox, as it was asked for, where a reply has to be written again")
    void backToTheInbox() throws Exception {
        var answer = send(CASE + "/replies?page=1", "text", " ", "form", "f", "back", "inbox")
                .andExpect(status().isBadRequest());
        assertThat(body(answer))
                .contains("href=\"/suppliers/supplier-1/inbox?page=1\"")
                .contains("action=\"/suppliers/supplier-1/inquiries/q/replies?page=1\"")
                .contains("name=\"back\" value=\"inbox\"");
        assertThat(page(CASE)).contains("name=\"back\" value=\"\"");
    }

    @Test
    @DisplayName("keeps the lines of a reply, and only them: twice 10,000 is not too long for 20,000")
    void lines() throws Exception {
        send(CASE + "/replies", "text", "a\r\n".repeat(10_000), "form", "f").andExpect(status().isSeeOther());
        assertThat(told(InquiryFactKind.REPLIED).get(0).text().body()).isEqualTo("a\n".repeat(9_999) + "a");
    }

    @Test
    @DisplayName("says that a reply changes nothing where one has answered, and where the inquiry is out of the rate")
    void changesNothing() throws Exception {
        marketplace.reply(new InquiryId("q"));
        assertThat(page(CASE)).contains("does not change the verdict").doesNotContain("In time up to");
        marketplace.reject(marketplace.inquiry("r"), marketplace.now());
        assertThat(page(PAGES + "/inquiries/r"))
                .contains("does not bring it back")
                .doesNotContain("In time up to");
    }

    @Test
    @DisplayName("says whether its mailbox was read for all of the time to reply, and when it was not")
    void coverage() throws Exception {
        assertThat(page(CASE)).doesNotContain("Your mailbox");
        var supplier = new SupplierId("supplier-1");
        coverage.connected(supplier, marketplace.now());
        marketplace.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(page(CASE)).contains("Your mailbox was read for all of the time to reply.");
        marketplace.pass(Duration.ofMillis(1));
        assertThat(page(CASE)).contains("Your mailbox could not be read", "2026-03-02 10:00 +08:00", "no breach");
        coverage.toldOfRefusal(supplier, marketplace.now());
        assertThat(page(CASE)).contains("you were told on");
    }

    @Test
    @DisplayName("says up to when a reply is in time, that it is late then, and when it changes nothing any more")
    void inTime() throws Exception {
        assertThat(page(CASE)).contains("In time up to and including 2026-03-05 10:00 +08:00.");
        marketplace.pass(Duration.ofDays(3));
        assertThat(page(CASE)).contains("In time up to and including 2026-03-05 10:00 +08:00.");
        marketplace.pass(Duration.ofMillis(1));
        assertThat(page(CASE)).contains("it counts as late");
        marketplace.pass(Duration.ofDays(4));
        assertThat(page(CASE)).contains("the verdict is final").doesNotContain("it counts as late");
    }

    @Test
    @DisplayName("says what is wrong with a reply, and shows again what was written")
    void wrongReply() throws Exception {
        var answer = send(CASE + "/replies", "text", " ", "cc", "a@x.example", "form", "f")
                .andExpect(status().isBadRequest());
        assertThat(body(answer))
                .contains("Write your reply")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"a@x.example\"");
        assertThat(told(InquiryFactKind.REPLIED)).isEmpty();
    }

    @Test
    @DisplayName("keeps of a reply what fits, and says of what only a part is kept, then and wherever it is shown")
    void keptInPart() throws Exception {
        var answer = send(CASE + "/replies", "text", "x".repeat(20_001), "cc", "nobody", "form", "f")
                .andExpect(status().isSeeOther());
        assertThat(String.valueOf(answer.andReturn().getFlashMap().get("said")))
                .contains("is recorded", "Only a part of this was kept", ": the text, the CC addresses.");
        assertThat(told(InquiryFactKind.REPLIED).get(0).text()).isEqualTo(new FactText(null, "x".repeat(20_000)));
        assertThat(page(CASE)).contains("Only a part of this was kept");
    }

    @Test
    @DisplayName("does not take a form twice with different content")
    void conflict() throws Exception {
        send(CASE + "/replies", "text", "one", "form", "f").andExpect(status().isSeeOther());
        var answer = send(CASE + "/replies", "text", "two", "form", "f").andExpect(status().isConflict());
        assertThat(body(answer)).contains("sent before with other content");
        assertThat(told(InquiryFactKind.REPLIED)).hasSize(1);
    }

    @Test
    @DisplayName("rejects without a reason too, and leads back to the inbox where it was done there")
    void reject() throws Exception {
        send(CASE + "/objections?page=1", "kind", "REJECTED", "reason", "", "form", "f", "back", "inbox")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(INBOX + "?page=1"));
        assertThat(state("q")).isEqualTo(InquiryState.REJECTED);
        assertThat(told(InquiryFactKind.REJECTED).get(0).text()).isEqualTo(FactText.NONE);
    }

    @Test
    @DisplayName("reports as spam")
    void report() throws Exception {
        send(CASE + "/objections", "kind", "SPAM_REPORTED", "reason", "casino", "form", "f")
                .andExpect(redirectedUrl(CASE));
        assertThat(state("q")).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("says in words why a rejection has no effect any more, and no longer offers it")
    void tooLate() throws Exception {
        assertThat(page(CASE)).contains("value=\"REJECTED\" class=\"quiet\"");
        marketplace.pass(Duration.ofHours(73));
        assertThat(page(CASE)).doesNotContain("value=\"REJECTED\" class=\"quiet\"");
        var answer = send(CASE + "/objections", "kind", "REJECTED", "form", "f").andExpect(status().isConflict());
        assertThat(body(answer)).contains("the window to reject or report had closed");
        assertThat(state("q")).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("contests a verdict with evidence, and follows it")
    void contest() throws Exception {
        marketplace.pass(Duration.ofDays(6));
        for (var time = 0; time < 2; time++) {
            contest("kind", "REPLIED", "at", "2026-03-03T09:12", "author", "HUMAN", "evidence", "The log", "form", "d")
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(CASE));
        }
        assertThat(page(CASE)).contains("The log").contains("2026-03-03 09:12 +08:00");
        assertThat(page(PAGES + "/disputes"))
                .contains("The log")
                .contains("li.wei")
                .contains("href=\"?state=OPEN\"");
        assertThat(page(PAGES + "/disputes?state=OPEN")).contains("The log");
        assertThat(page(PAGES + "/disputes?state=REFUSED")).doesNotContain("The log");
        assertThat(jdbc.sql("select count(*) from hourglass.dispute")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(body(contest(
                                "kind",
                                "REPLIED",
                                "at",
                                "2026-03-03T09:13",
                                "author",
                                "HUMAN",
                                "evidence",
                                "x",
                                "form",
                                "e")
                        .andExpect(status().isConflict())))
                .contains("Another dispute of this verdict is waiting");
    }

    @Test
    @DisplayName("contests with a time in the zone that its form names, whatever zone the reader has set since")
    void contestInTheZoneOfTheForm() throws Exception {
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(CASE)).contains("name=\"zone\" data-zone-of=\"at\" value=\"Asia/Shanghai\"");
        var claim = new String[] {
            "kind", "REPLIED", "at", "2026-03-03T06:42", "author", "HUMAN", "evidence", " ", "form", "d", "zone", ""
        };
        claim[11] = "Asia/Kolkata";
        assertThat(body(contest(claim).andExpect(status().isBadRequest())))
                .contains("(Asia/Kolkata)", "value=\"Asia/Kolkata\"", "value=\"2026-03-03T06:42\"");
        claim[7] = "The log";
        claim[11] = "Asia/Nowhere";
        assertThat(body(contest(claim).andExpect(status().isBadRequest()))).contains("zone", "Asia/Nowhere", "The log");
        assertThat(page(CASE)).contains("This verdict has no dispute.");
        claim[11] = "Asia/Kolkata";
        contest(claim).andExpect(status().isSeeOther());
        assertThat(page(CASE)).contains("2026-03-03 09:12 +08:00");
    }

    @Test
    @DisplayName("contests that a mail opened a case, by the inquiry that it goes on with")
    void contestTheThread() throws Exception {
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("further");
        marketplace.inquiry("of-another", new BuyerId("b"), Marketplace.SUPPLIER, marketplace.now(), null);
        marketplace.pass(Duration.ofDays(6));
        var further = PAGES + "/inquiries/further";
        for (var wrong : new String[] {"", "nothing", "of-another", "a\u0000b"}) {
            var answer = send(
                            further + "/disputes",
                            "kind",
                            "BELONGS_TO",
                            "belongsTo",
                            wrong,
                            "evidence",
                            "x",
                            "form",
                            "d")
                    .andExpect(status().isBadRequest());
            assertThat(body(answer))
                    .contains("Give the id of an earlier inquiry")
                    .contains("<details open");
        }
        send(further + "/disputes", "kind", "BELONGS_TO", "belongsTo", "q", "evidence", "It quotes ours.", "form", "d")
                .andExpect(status().isSeeOther());
        assertThat(page(further)).contains("It quotes ours.");
    }

    @ParameterizedTest(name = "{0} at {1} about {2}: {4}")
    @CsvSource({
        "REPLIED, '', '', The log, Say when it happened",
        "REPLIED, 2026-03-01T09:00, '', The log, Say when it happened",
        "RETRACTED, '', '', The log, Choose the fact",
        "RETRACTED, '', none, The log, Choose the fact",
        "REPLIED, 2026-03-03T09:00, '', ' ', Give the evidence",
        "DANCED, '', '', The log, Choose what happened"
    })
    @DisplayName("says what is wrong with what is contested")
    void wrongContest(String kind, String at, String about, String evidence, String said) throws Exception {
        marketplace.pass(Duration.ofDays(6));
        var answer = contest(
                        "kind", kind, "at", at, "author", "HUMAN", "about", about, "evidence", evidence, "form", "d")
                .andExpect(status().isBadRequest());
        assertThat(body(answer)).contains(said).contains("<details open");
    }

    @Test
    @DisplayName("says until when a verdict can be contested, and offers it no longer then")
    void contestableUntil() throws Exception {
        assertThat(page(CASE)).contains("2026-04-06 00:00 +08:00").doesNotContain("Submit a dispute");
        marketplace.pass(Duration.ofDays(4));
        assertThat(page(CASE)).contains("Submit a dispute");
        marketplace.pass(Duration.ofDays(31));
        assertThat(page(CASE)).doesNotContain("Submit a dispute");
        assertThat(body(contest("kind", "REJECTED", "at", "2026-03-03T09:00", "evidence", "x", "form", "d")
                        .andExpect(status().isConflict())))
                .contains("is over");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"replies", "objections", "disputes"})
    @DisplayName("leads back from the addresses of its forms")
    void back(String form) throws Exception {
        mvc.perform(get(CASE + "/" + form).with(as(OWN))).andExpect(redirectedUrl(CASE));
    }

    private ResultActions contest(String... form) throws Exception {
        return send(CASE + "/disputes", form);
    }
}
