package io.hourglass.relay;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import io.hourglass.relay.mails.TakeRelayedMail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("A mail of which it cannot be said who wrote it")
class MailReviewTest {

    private static final InquiryId INQUIRY = new InquiryId("i-1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private TakeRelayedMail take;

    @Autowired
    private RelayedMails mails;

    @Autowired
    private InquiryFiles files;

    private FactId fact = new FactId("none");

    @BeforeEach
    void mail() {
        marketplace.inquiry(INQUIRY.value());
        var mail = SentMails.of(START, "Message-ID: <1@shop.example>\nReturn-Path: <>", "I will look <b>into</b> it.");
        fact = Objects.requireNonNull(take.take(INQUIRY, mail).fact());
    }

    private InquiryState state() {
        return files.open(INQUIRY).judgement().state();
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    private int decide(String body) throws Exception {
        return call(post("/api/mail-reviews/{fact}/decision", fact.value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .getStatus();
    }

    @Test
    @DisplayName("waits in a list with what was found in it, on a page in both languages too")
    void waits() throws Exception {
        assertThat(call(get("/api/mail-reviews")).getContentAsString())
                .contains("\"fact\":\"" + fact.value(), "NULL_RETURN_PATH", "Re: Pumps", "\"total\":1");
        var page = get("/operations/mails/reviews").with(as(As.operations()));
        assertThat(call(page).getContentAsString())
                .contains("Re: Pumps", "I will look &lt;b&gt;into", "It was sent so that nobody can answer it.")
                .contains("A person wrote it", "A program wrote it");
        var chinese = get("/operations/mails/reviews").with(as(As.auditor())).locale(Locale.CHINESE);
        assertThat(call(chinese).getContentAsString(StandardCharsets.UTF_8))
                .contains("待审核邮件", "退信地址为空")
                .doesNotContain("人工撰写");
        assertThat(call(get("/operations/mails").with(as(As.operations()))).getContentAsString())
                .contains("One mail waits");
    }

    @Test
    @DisplayName("stands in the trace of its inquiry, with all by which it was taken for what it is")
    void traced() throws Exception {
        assertThat(call(get("/api/inquiries/i-1/trace")).getContentAsString())
                .contains("\"mailClass\":\"UNSURE\"", "\"review\":\"WAITING\"", "message-id: <1@shop.example>");
        assertThat(call(get("/inquiries/i-1/trace")).getContentAsString())
                .contains("Replies by mail", "cannot be said", "waits for a review", "as the mail server says");
    }

    @Test
    @DisplayName("that a program wrote counts no more, and stands so in the log")
    void automatic() throws Exception {
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        assertThat(decide("{\"wroteIt\":\"AUTOMATIC\"}")).isEqualTo(200);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
        assertThat(mails.find(fact).orElseThrow().review()).isEqualTo(Review.AUTOMATIC);
        assertThat(mails.numberWaiting()).isZero();
        assertThat(call(get("/operations/actions")).getContentAsString()).contains("reviewed a mail");
    }

    @Test
    @DisplayName("that a person wrote goes on to count")
    void person() throws Exception {
        var form = post("/operations/mails/reviews/{fact}/decision", fact.value())
                .with(as(As.operations()))
                .param("wroteIt", "PERSON");
        assertThat(call(form).getStatus()).isEqualTo(303);
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        assertThat(mails.find(fact).orElseThrow().review()).isEqualTo(Review.PERSON);
    }

    @Test
    @DisplayName("is decided once, by PERSON or AUTOMATIC, and only if it is one")
    void refused() throws Exception {
        assertThat(decide("{\"wroteIt\":\"WAITING\"}")).isEqualTo(400);
        assertThat(decide("{\"wroteIt\":\"PERSON\"}")).isEqualTo(200);
        assertThat(decide("{\"wroteIt\":\"AUTOMATIC\"}")).isEqualTo(409);
        fact = new FactId("none");
        assertThat(decide("{\"wroteIt\":\"PERSON\"}")).isEqualTo(404);
    }
}
