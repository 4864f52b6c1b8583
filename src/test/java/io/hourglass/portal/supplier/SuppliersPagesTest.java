package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.Caller;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.InquiryFiles;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("A supplier's pages")
class SuppliersPagesTest {

    private static final String PAGES = "/suppliers/supplier-1";
    private static final String INBOX = PAGES + "/inbox";
    private static final String CASE = PAGES + "/inquiries/q";
    private static final Caller OWN = supplier("supplier-1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Facts facts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anInquiry() {
        marketplace.inquiry(
                "q", Marketplace.BUYER, Marketplace.SUPPLIER, "Hardware/Pumps", "Forty <b>pumps</b>, please");
    }

    private String page(Caller caller, String path, String language) throws Exception {
        return mvc.perform(get(path).with(as(caller)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path) throws Exception {
        return page(OWN, path, "en");
    }

    private ResultActions send(String path, String... form) throws Exception {
        var request = post(path).with(as(OWN)).header("Accept-Language", "en");
        for (var at = 0; at < form.length; at += 2) {
            request.param(form[at], form[at + 1]);
        }
        return mvc.perform(request);
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private State state(String inquiry) {
        return files.open(new InquiryId(inquiry)).judgement().state();
    }

    private List<Told> told(FactKind kind) {
        return facts.toldOf(new InquiryId("q")).stream()
                .filter(told -> told.stored().fact().is(kind))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {INBOX, CASE, PAGES + "/rate", PAGES + "/disputes"})
    @DisplayName("are there in both languages, without a word missing, and nothing in them is script or style")
    void bothLanguages(String path) throws Exception {
        for (var day = 0; day < 2; day++) {
            for (var language : List.of("en", "zh")) {
                assertThat(page(OWN, path, language))
                        .contains("lang=\"" + language + "\"")
                        .contains("aria-current=\"" + (path.equals(CASE) ? "true" : "page") + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=")
                        .doesNotContain("<b>pumps");
            }
            marketplace.pass(Duration.ofDays(6));
        }
        assertThat(page(OWN, INBOX, "zh")).contains("收件箱");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {INBOX, CASE, PAGES + "/rate", PAGES + "/disputes"})
    @DisplayName("are read by operations and auditors, who cannot act on them")
    void readOnly(String path) throws Exception {
        for (var reader : List.of(operations(), auditor())) {
            assertThat(page(reader, path, "en"))
                    .doesNotContain("<textarea")
                    .doesNotContain("method=\"post\" action=\"/suppliers");
        }
    }

    @Test
    @DisplayName("of another supplier, and another's inquiry, are unknown")
    void others() throws Exception {
        marketplace.inquiry("x", Marketplace.BUYER, new SupplierId("other"), marketplace.now(), null);
        for (var path : List.of("/suppliers/other/inbox", PAGES + "/inquiries/x", "/suppliers/other/rate")) {
            mvc.perform(get(path).with(as(OWN))).andExpect(status().isNotFound());
        }
        mvc.perform(get(PAGES + "/inquiries/x").with(as(operations()))).andExpect(status().isNotFound());
        mvc.perform(get("/suppliers/nobody/inbox").with(as(operations()))).andExpect(status().isNotFound());
        mvc.perform(get(INBOX).with(as(buyer("buyer-1")))).andExpect(status().isForbidden());
        send(INBOX + "/objections", "inquiry", "x", "kind", "REJECTED", "form", "f")
                .andExpect(status().isNotFound());
        assertThat(state("x")).isEqualTo(State.PENDING);
    }

    @Test
    @DisplayName("begin with the inbox")
    void start() throws Exception {
        mvc.perform(get("/").with(as(OWN))).andExpect(redirectedUrl(INBOX));
    }

    @Nested
    @DisplayName("The inbox")
    class TheInbox {

        @Test
        @DisplayName("says who asked what, until when, and how the figure is with and without it")
        void says() throws Exception {
            assertThat(page(INBOX))
                    .contains("buyer-1")
                    .contains("Forty &lt;b&gt;pumps&lt;/b&gt;, please")
                    .contains("datetime=\"2026-03-05T02:00:00Z\"")
                    .contains("now 0 of 1 = 0.0 %, then 0 of 0 = no data")
                    .contains("an automatic reply");
        }

        @Test
        @DisplayName("is filtered by state, days and words, and says of wrong days what is wrong")
        void filtered() throws Exception {
            assertThat(page(INBOX + "?state=TIMELY")).doesNotContain("Forty");
            assertThat(page(INBOX + "?state=PENDING&from=&to=&words=PUMPS")).contains("Forty");
            assertThat(page(INBOX + "?to=2026-03-01")).doesNotContain("Forty");
            mvc.perform(get(INBOX + "?from=yesterday").with(as(OWN))).andExpect(status().isBadRequest());
            mvc.perform(get(INBOX + "?state=NONE").with(as(OWN))).andExpect(status().isBadRequest());
            mvc.perform(get(INBOX + "?page=x").with(as(OWN))).andExpect(status().isBadRequest());
        }

        @Test
        @DisplayName("is read twenty at a time, each once")
        void paged() throws Exception {
            for (var at = 0; at < 20; at++) {
                marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "one of many");
            }
            assertThat(page(INBOX).split("<li class=\"card\"", -1)).hasSize(21);
            assertThat(page(INBOX)).contains("page=1").contains("21 inquiries");
            assertThat(page(INBOX + "?page=1").split("<li class=\"card\"", -1)).hasSize(2);
        }

        @Test
        @DisplayName("rejects several with one reason, once however often it is sent")
        void several() throws Exception {
            marketplace.inquiry("r", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "b");
            for (var time = 0; time < 2; time++) {
                send(
                                INBOX + "/objections",
                                "inquiry",
                                "q",
                                "inquiry",
                                "r",
                                "kind",
                                "REJECTED",
                                "reason",
                                "no pumps",
                                "form",
                                "f")
                        .andExpect(status().isSeeOther())
                        .andExpect(redirectedUrl(INBOX))
                        .andExpect(flash().attribute("said", "2 inquiries were rejected."));
            }
            assertThat(state("q")).isEqualTo(State.REJECTED);
            assertThat(state("r")).isEqualTo(State.REJECTED);
            assertThat(told(FactKind.REJECTED)).hasSize(1);
            assertThat(told(FactKind.REJECTED).get(0).text()).isEqualTo(new FactText(null, "no pumps"));
            assertThat(told(FactKind.REJECTED).get(0).stored().actor()).isEqualTo("li.wei");
        }

        @Test
        @DisplayName("says of each that a rule refuses why, and does the others")
        void someRefused() throws Exception {
            marketplace.inquiry("r", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "b");
            marketplace.reply(new InquiryId("r"));
            var answer = send(INBOX + "/objections", "inquiry", "q", "inquiry", "r", "kind", "REJECTED", "form", "f")
                    .andExpect(status().isConflict());
            assertThat(body(answer))
                    .contains("One inquiry was rejected.")
                    .contains("Without effect: the inquiry had been answered.");
            assertThat(state("q")).isEqualTo(State.REJECTED);
            assertThat(state("r")).isEqualTo(State.TIMELY);
        }

        @Test
        @DisplayName("asks to tick something where nothing was")
        void nothingTicked() throws Exception {
            var answer =
                    send(INBOX + "/objections", "kind", "REJECTED", "form", "f").andExpect(status().isBadRequest());
            assertThat(body(answer)).contains("Tick at least one");
        }

        @Test
        @DisplayName("takes nothing for a rejection that is none")
        void noObjection() throws Exception {
            send(INBOX + "/objections", "inquiry", "q", "kind", "REPLIED", "form", "f")
                    .andExpect(status().isBadRequest());
            assertThat(told(FactKind.REPLIED)).isEmpty();
        }

        @Test
        @DisplayName("leads back from the address of its form")
        void back() throws Exception {
            mvc.perform(get(INBOX + "/objections").with(as(OWN))).andExpect(redirectedUrl(INBOX));
        }
    }

    @Nested
    @DisplayName("An inquiry's page")
    class TheCase {

        @Test
        @DisplayName("takes a reply with copies, which counts, once however often it is sent")
        void reply() throws Exception {
            for (var time = 0; time < 2; time++) {
                send(CASE + "/replies", "text", "38 USD", "cc", "a@x.example, b@x.example", "form", "f")
                        .andExpect(status().isSeeOther())
                        .andExpect(redirectedUrl(CASE));
            }
            assertThat(told(FactKind.REPLIED)).hasSize(1);
            var reply = told(FactKind.REPLIED).get(0);
            assertThat(reply.text()).isEqualTo(new FactText(null, "38 USD", List.of("a@x.example", "b@x.example")));
            assertThat(reply.stored().actor()).isEqualTo("li.wei");
            assertThat(state("q")).isEqualTo(State.TIMELY);
            assertThat(page(CASE))
                    .contains("Copies to a@x.example, b@x.example")
                    .contains("Decides.");
        }

        @ParameterizedTest(name = "text {0}, copies {1}")
        @CsvSource({"' ', '', Write your reply", "Yes, nobody, no mail address"})
        @DisplayName("says what is wrong with a reply, and shows again what was written")
        void wrongReply(String text, String cc, String said) throws Exception {
            var answer =
                    send(CASE + "/replies", "text", text, "cc", cc, "form", "f").andExpect(status().isBadRequest());
            assertThat(body(answer))
                    .contains(said)
                    .contains("aria-invalid=\"true\"")
                    .contains("value=\"" + cc + "\"");
            assertThat(told(FactKind.REPLIED)).isEmpty();
        }

        @Test
        @DisplayName("does not take a form twice with different content")
        void conflict() throws Exception {
            send(CASE + "/replies", "text", "one", "form", "f").andExpect(status().isSeeOther());
            var answer = send(CASE + "/replies", "text", "two", "form", "f").andExpect(status().isConflict());
            assertThat(body(answer)).contains("sent before with other content");
            assertThat(told(FactKind.REPLIED)).hasSize(1);
        }

        @Test
        @DisplayName("rejects without a reason too, and leads back to the inbox where it was done there")
        void reject() throws Exception {
            send(CASE + "/objections", "kind", "REJECTED", "reason", "", "form", "f", "from", "inbox")
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(INBOX));
            assertThat(state("q")).isEqualTo(State.REJECTED);
            assertThat(told(FactKind.REJECTED).get(0).text()).isEqualTo(FactText.NONE);
        }

        @Test
        @DisplayName("reports as spam")
        void report() throws Exception {
            send(CASE + "/objections", "kind", "SPAM_REPORTED", "reason", "casino", "form", "f")
                    .andExpect(redirectedUrl(CASE));
            assertThat(state("q")).isEqualTo(State.SPAM);
        }

        @Test
        @DisplayName("says in words why a rejection has no effect any more, and no longer offers it")
        void tooLate() throws Exception {
            assertThat(page(CASE)).contains("value=\"REJECTED\" class=\"quiet\"");
            marketplace.pass(Duration.ofHours(73));
            assertThat(page(CASE)).doesNotContain("value=\"REJECTED\" class=\"quiet\"");
            var answer =
                    send(CASE + "/objections", "kind", "REJECTED", "form", "f").andExpect(status().isConflict());
            assertThat(body(answer)).contains("the window to reject or report had closed");
            assertThat(state("q")).isEqualTo(State.UNANSWERED);
        }

        @Test
        @DisplayName("contests a verdict with evidence, and follows it")
        void contest() throws Exception {
            marketplace.pass(Duration.ofDays(6));
            for (var time = 0; time < 2; time++) {
                contest(
                                "kind",
                                "REPLIED",
                                "at",
                                "2026-03-03T09:12",
                                "author",
                                "HUMAN",
                                "evidence",
                                "The log",
                                "form",
                                "d")
                        .andExpect(status().isSeeOther())
                        .andExpect(redirectedUrl(CASE));
            }
            assertThat(page(CASE)).contains("The log").contains("2026-03-03 09:12 Asia/Shanghai");
            assertThat(page(PAGES + "/disputes"))
                    .contains("The log")
                    .contains("li.wei")
                    .contains("Open");
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
                    .contains("Another dispute about this inquiry is open");
        }

        @ParameterizedTest(name = "{0} at {1} about {2}: {4}")
        @CsvSource({
            "REPLIED, '', '', The log, Say when it happened",
            "REPLIED, 2026-03-01T09:00, '', The log, Say when it happened",
            "RETRACTED, '', '', The log, Choose the fact",
            "RETRACTED, '', none, The log, Choose the fact",
            "REPLIED, 2026-03-03T09:00, '', ' ', Say how it is known",
            "DANCED, '', '', The log, Choose what happened"
        })
        @DisplayName("says what is wrong with what is contested")
        void wrongContest(String kind, String at, String about, String evidence, String said) throws Exception {
            marketplace.pass(Duration.ofDays(6));
            var answer = contest(
                            "kind",
                            kind,
                            "at",
                            at,
                            "author",
                            "HUMAN",
                            "about",
                            about,
                            "evidence",
                            evidence,
                            "form",
                            "d")
                    .andExpect(status().isBadRequest());
            assertThat(body(answer)).contains(said).contains("<details open");
        }

        @Test
        @DisplayName("says until when a verdict can be contested, and offers it no longer then")
        void contestableUntil() throws Exception {
            assertThat(page(CASE)).contains("2026-04-06 00:00 Asia/Shanghai").doesNotContain("Contest this verdict");
            marketplace.pass(Duration.ofDays(4));
            assertThat(page(CASE)).contains("Contest this verdict");
            marketplace.pass(Duration.ofDays(31));
            assertThat(page(CASE)).doesNotContain("Contest this verdict");
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

    @Nested
    @DisplayName("The rate")
    class TheRate {

        private static final String RATE = PAGES + "/rate";

        @Test
        @DisplayName("says that there is none yet, and draws nothing out of nothing")
        void none() throws Exception {
            assertThat(page(RATE)).contains("Nothing has been published yet").contains("1 undecided (100.0 %)");
        }

        @Test
        @DisplayName("says number, sample, interval, gate, what was missing, and what was left out with its inquiries")
        void number() throws Exception {
            for (var at = 0; at < 6; at++) {
                var inquiry = marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "?");
                if (at < 4) {
                    marketplace.reply(inquiry);
                } else if (at == 4) {
                    marketplace.reject(inquiry, marketplace.now());
                }
            }
            marketplace.pass(Duration.ofDays(6));
            assertThat(page(RATE))
                    .contains("66.6 %")
                    .contains("4 of 6 countable")
                    .contains("One more timely reply would have made it 80 %, which opens RFQ: 5 of 6.")
                    .contains("RFQ closed: below the gate of 80 %")
                    .contains("Rejected 1")
                    .contains("data-value=\"66.6\"")
                    .contains("/inquiries/p5");
            assertThat(page(RATE + "?state=REJECTED")).contains("/inquiries/p4").doesNotContain("/inquiries/p5");
            mvc.perform(get("/_static/echarts/6.0.0/dist/echarts.common.min.js"))
                    .andExpect(status().isOk());
        }

        @Test
        @DisplayName("is hidden and shown by the supplier, which is in the ledger")
        void display() throws Exception {
            send(PAGES + "/display", "shown", "false")
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl(RATE));
            assertThat(page(RATE)).contains("hidden from buyers").contains("value=\"true\"");
            assertThat(jdbc.sql(
                                    "select count(*) from hourglass.ledger_record where content like '%hide the rate%' and content like '%supplier-1%'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            send(PAGES + "/display", "shown", "true").andExpect(status().isSeeOther());
            assertThat(page(RATE)).contains("Buyers see your rate");
        }
    }
}
