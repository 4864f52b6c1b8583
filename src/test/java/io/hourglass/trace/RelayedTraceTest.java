package io.hourglass.trace;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.persons.ErasePerson;
import io.hourglass.relay.SentMails;
import io.hourglass.relay.mails.TakeRelayedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Of a reply that came by mail an auditor sees")
class RelayedTraceTest {

    private static final InquiryId INQUIRY = new InquiryId("i-1");
    private static final Instant LATER = START.plus(Duration.ofHours(5));
    private static final String JSON = "/api/inquiries/i-1/trace";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private TakeRelayedMail take;

    @Autowired
    private ErasePerson erase;

    @BeforeEach
    void inquiry() {
        marketplace.inquiry(INQUIRY.value(), Marketplace.BUYER, Marketplace.SUPPLIER, "Pumps", "Hello");
        marketplace.passTo(LATER);
    }

    private String page(String language) throws Exception {
        return mvc.perform(get("/inquiries/i-1/trace").param("lang", language).with(as(As.auditor())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName(
            "who wrote it and why that is thought, when it was what, and some headers, but of who sent it the host alone")
    void evidence() throws Exception {
        take.take(INQUIRY, SentMails.of(LATER, "Message-ID: <1@shop.example>\nAuto-Submitted: auto-replied", "Away."));
        var mail = "$.relayed[0]";
        mvc.perform(get(JSON).with(as(As.auditor())))
                .andExpect(jsonPath("$.relayed", hasSize(1)))
                .andExpect(jsonPath(mail + ".mailClass").value("AUTOMATIC"))
                .andExpect(jsonPath(mail + ".reasons", hasItem("AUTO_REPLIED")))
                .andExpect(jsonPath(mail + ".clocks.receivedAt").value(LATER.toString()))
                .andExpect(jsonPath(mail + ".clocks.skewed").value(false))
                .andExpect(jsonPath(mail + ".headers", hasItem("message-id: <1@shop.example>")))
                .andExpect(jsonPath(mail + ".headers", hasItem("from-host: shop.example")));
        assertThat(page("en"))
                .contains("a program that answers", "Auto-Submitted says that a program answered.")
                .contains("&lt;1@shop.example&gt;")
                .doesNotContain("sam@shop.example");
        assertThat(page("zh")).contains("自动回复程序", "邮件头表明由程序回复。");
    }

    @Test
    @DisplayName(
            "that the clocks of sender and server are more than ten minutes apart, and not that they are so exactly")
    void skew() throws Exception {
        take.take(INQUIRY, dated("1", Duration.ofMinutes(10)));
        take.take(INQUIRY, dated("2", Duration.ofMinutes(10).plusSeconds(1)));
        mvc.perform(get(JSON).with(as(As.auditor())))
                .andExpect(jsonPath("$.relayed[?(@.clocks.skewed==true)]", hasSize(1)))
                .andExpect(jsonPath("$.relayed[?(@.clocks.skewed==false)]", hasSize(1)));
        assertThat(page("en")).containsOnlyOnce("clock is more than ten minutes off");
    }

    private static byte[] dated(String id, Duration before) {
        var mail = new String(SentMails.reply(LATER, id, "38 USD"), StandardCharsets.UTF_8);
        return mail.replace("\nDate: " + SentMails.date(LATER), "\nDate: " + SentMails.date(LATER.minus(before)))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("nothing of its headers once the buyer has been erased, and still what it was taken for")
    void erased() throws Exception {
        take.take(INQUIRY, SentMails.reply(LATER, "1", "38 USD"));
        erase.erase(Marketplace.BUYER);
        mvc.perform(get(JSON).with(as(As.auditor())))
                .andExpect(jsonPath("$.relayed[0].headers", hasSize(0)))
                .andExpect(jsonPath("$.relayed[0].mailClass").value("PERSON"));
        assertThat(page("en")).doesNotContain("shop.example");
    }
}
