package io.hourglass.portal.auditor;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.Finding;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DecisionEffect;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.rate.standing.Crossing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of auditors")
class AuditorsPagesTest {

    /** The start of 7 March in Shanghai, when the books of 2 March close. */
    private static final Instant CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    private static final String NUMBER = "/audit/numbers?supplier=supplier-1&on=2026-03-07";
    private static final String DECISION = "/audit/disputes/d/decision";

    @Autowired
    private DecisionEffect effects;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Disputes disputes;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @Autowired
    private CountedStatements counted;

    private InquiryId unanswered;

    /** Three of four are answered: 75 %. */
    @BeforeEach
    void threeOfFour() {
        marketplace.describe(
                "supplier-1", new SupplierProfile("Nuts & Bolts", null, null, false, List.of("Hardware"), null));
        Stream.of("a", "b", "c").forEach(id -> marketplace.reply(inquiry(id)));
        unanswered = inquiry("unanswered");
    }

    private InquiryId inquiry(String id) {
        return marketplace.inquiry(id, new BuyerId("buyer-" + id), SUPPLIER, marketplace.now(), null);
    }

    private void raise(String id, InquiryId inquiry) {
        var received = inquiries.find(inquiry).orElseThrow().receivedAt();
        var claim = new Claim(InquiryFactKind.REPLIED, received, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId(id), inquiry, claim, "A <b>log</b>.", "li.wei"));
    }

    private void restated() {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", auditor()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return mvc.perform(request.with(as(caller))).andReturn().getResponse();
    }

    private static String html(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String path, String language) throws Exception {
        var response = answer(get(path).header("Accept-Language", language), auditor());
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return html(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/inquiries?from=2026-03-01",
                "/audit/numbers?supplier=supplier-1&on=2026-03-07&recount=true",
                "/audit/disputes",
                "/audit/disputes/d",
                "/audit/restatements",
                "/audit/ledger?checked=true"
            })
    @DisplayName("say all they say in both languages, without a hole")
    void languages(String path) throws Exception {
        restated();
        assertThat(page(path, "en")).contains("lang=\"en\"", "Ledger").doesNotContain("??", "style=", "<style");
        assertThat(page(path, "zh-CN").replaceAll("href=\"[^\"]*\"", ""))
                .contains("lang=\"zh\"", "账本")
                .doesNotContain("??", "RESTATED", "TIMELY", "UNANSWERED", "GAINED");
        assertThat(answer(get(path), operations()).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("find an inquiry by its id, by a fact's, by buyer, supplier and days, and lead to its trace")
    void search() throws Exception {
        var reply = jdbc.sql("select id from hourglass.fact where case_id = 'a' and kind = 'REPLIED'")
                .query(String.class)
                .single();
        for (var query :
                List.of("id=a", "id=" + reply, "buyer=buyer-a", "buyer=buyer-a&supplier=supplier-1&from=&to=")) {
            assertThat(page("/audit/inquiries?" + query, "en"))
                    .contains("/inquiries/a/trace", "Nuts &amp; Bolts", "Met (in time)")
                    .doesNotContain("/inquiries/b/trace");
        }
        assertThat(page("/audit/inquiries?id=nobody", "en")).contains("No inquiry matches");
        assertThat(page("/audit/inquiries?id=&from=&only=", "en"))
                .contains("/inquiries/a/trace", "/inquiries/unanswered/trace");
        var wrong = answer(get("/audit/inquiries?from=2026-03-03&to=2026-03-02"), auditor());
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(answer(get("/audit/inquiries").param("id", "a\u0000b"), auditor())
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("list the newest inquiries at once, and narrow them by words")
    void newest() throws Exception {
        marketplace.pass(Duration.ofHours(1));
        inquiry("newer");
        var all = page("/audit/inquiries", "en");
        assertThat(all.indexOf("/inquiries/newer/trace")).isPositive().isLessThan(all.indexOf("/inquiries/a/trace"));
        assertThat(page("/audit/inquiries?q=NEW", "en"))
                .contains("/inquiries/newer/trace")
                .doesNotContain("/inquiries/a/trace");
        assertThat(page("/audit/inquiries?q=nuts", "en")).contains("/inquiries/newer/trace", "/inquiries/a/trace");
        assertThat(page("/audit/inquiries?q=zirconium", "en")).contains("No inquiry matches");
        for (var language : List.of("en", "zh")) {
            assertThat(answer(
                                    get("/audit/inquiries?q=" + "x".repeat(201)).header("Accept-Language", language),
                                    auditor())
                            .getStatus())
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("narrow the list by chips, each with its count of the last thirty days and of the chosen supplier")
    void chips() throws Exception {
        restated();
        marketplace.inquiry("waits", new BuyerId("b"), new SupplierId("other"), marketplace.now(), null);
        assertThat(plain(page("/audit/inquiries", "en")))
                .contains("Waiting 1", "Met (in time) 4", "Disputed 1", "Restated 1")
                .doesNotContain("Late 0", "Spam");
        assertThat(plain(page("/audit/inquiries?supplier=supplier-1", "en")))
                .contains("Met (in time) 4", "Disputed 1")
                .doesNotContain("Waiting 1");
        assertThat(plain(page("/audit/inquiries?supplier=other", "en")))
                .contains("Waiting 1")
                .doesNotContain("Disputed 1");
        assertThat(page("/audit/inquiries?only=pending", "en"))
                .contains("/inquiries/waits/trace")
                .doesNotContain("/inquiries/a/trace");
        for (var only : List.of("disputed", "restated")) {
            assertThat(page("/audit/inquiries?only=" + only, "en"))
                    .contains("/inquiries/unanswered/trace")
                    .doesNotContain("/inquiries/a/trace", "/inquiries/waits/trace");
        }
        assertThat(page("/audit/inquiries?only=timely&q=unanswered", "en"))
                .contains("/inquiries/unanswered/trace")
                .doesNotContain("/inquiries/a/trace");
        assertThat(answer(get("/audit/inquiries?only=out_of_books"), auditor()).getStatus())
                .isEqualTo(400);
        marketplace.pass(Duration.ofDays(31));
        assertThat(plain(page("/audit/inquiries", "en"))).doesNotContain("Met (in time) 4", "Disputed 1");
    }

    @Test
    @DisplayName("narrow the disputes by chips: all that wait, and of the last thirty days how they were decided")
    void chipsOfDisputes() throws Exception {
        restated();
        raise("w", new InquiryId("a"));
        assertThat(plain(page("/audit/disputes", "en")))
                .contains("Waiting 1", "Accepted after the day was locked, and restated 1", "in the last 30 days")
                .doesNotContain("Lapsed without a decision 0");
        assertThat(page("/audit/disputes?state=OPEN", "en"))
                .contains("/audit/disputes/w\"", "id=\"open\"", "aria-current=\"true\"")
                .doesNotContain("/audit/disputes/d\"", "id=\"ended\"");
        assertThat(page("/audit/disputes?state=RESTATED&ended=0", "en"))
                .contains(
                        "/audit/disputes/d\"", "id=\"ended\"", "?state=RESTATED&amp;ended=0&amp;as=csv&amp;list=ended")
                .doesNotContain("/audit/disputes/w\"", "id=\"open\"", "ended=0&amp;state=OPEN");
        assertThat(plain(page("/audit/disputes?state=LAPSED", "en"))).contains("Lapsed without a decision 0");
        assertThat(answer(get("/audit/disputes?state=GONE"), auditor()).getStatus())
                .isEqualTo(400);
        marketplace.pass(Duration.ofDays(29));
        assertThat(plain(page("/audit/disputes", "en"))).contains("and restated 1");
        marketplace.pass(Duration.ofDays(2));
        assertThat(plain(page("/audit/disputes", "en"))).doesNotContain("and restated 1");
        assertThat(page("/audit/disputes", "en")).contains("/audit/disputes/d\"");
        assertThat(page("/audit/disputes?state=RESTATED", "en")).doesNotContain("/audit/disputes/d\"");
    }

    @Test
    @DisplayName("narrow the restated numbers by chips: those of the last thirty days that crossed the gate")
    void chipsOfRestatements() throws Exception {
        restated();
        assertThat(plain(page("/audit/restatements", "en")))
                .contains("Now above the gate 1")
                .doesNotContain("Now below");
        assertThat(page("/audit/restatements?crossed=GAINED&supplier=supplier-1", "en"))
                .contains("/audit/disputes/d\"", "name=\"crossed\" value=\"GAINED\"")
                .contains("href=\"?supplier=supplier-1\"");
        assertThat(page("/audit/restatements?crossed=LOST", "en")).contains("There are no restatements");
        assertThat(plain(page("/audit/restatements?supplier=other", "en"))).doesNotContain("the gate 1");
        marketplace.pass(Duration.ofDays(31));
        assertThat(plain(page("/audit/restatements", "en"))).doesNotContain("the gate 1");
        assertThat(page("/audit/restatements", "en")).contains("/audit/disputes/d\"");
        assertThat(page("/audit/restatements?crossed=GAINED", "en")).contains("There are no restatements");
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    @DisplayName("take a supplier by a part of its name, and offer a choice where several are called so")
    void byName() throws Exception {
        marketplace.passTo(CLOSE);
        marketplace.describe("nuts-2", new SupplierProfile("Nuts Two", null, null, false, List.of(), null));
        for (var path : List.of("/audit/numbers?on=2026-03-07", "/audit/restatements?", "/audit/inquiries?")) {
            assertThat(page(path + "&supplier=BOLT", "en"))
                    .contains("value=\"supplier-1\"", "Nuts &amp; Bolts")
                    .doesNotContain("name=\"chosen\"");
            assertThat(page(path + "&supplier=nuts", "en"))
                    .contains(
                            "name=\"chosen\" value=\"supplier-1\"",
                            "name=\"chosen\" value=\"nuts-2\"",
                            "Several suppliers");
            assertThat(page(path + "&supplier=nuts&chosen=supplier-1", "en"))
                    .contains("value=\"supplier-1\"")
                    .doesNotContain("name=\"chosen\"");
            assertThat(page(path + "&supplier=nuts", "zh")).doesNotContain("??");
        }
        assertThat(page("/audit/numbers?on=2026-03-07&supplier=bolt", "en")).contains("75.0 %");
        assertThat(page("/audit/restatements?supplier=nobody", "en")).contains("There is no supplier “nobody”");
    }

    @Test
    @DisplayName("show what is found fifty at a time")
    void parts() throws Exception {
        for (var i = 0; i < 47; i++) {
            inquiry("more-" + i);
        }
        assertThat(page("/audit/inquiries?supplier=supplier-1", "en"))
                .contains("1 to 50", "?supplier=supplier-1&amp;page=1");
        assertThat(page("/audit/inquiries?supplier=supplier-1&page=1", "en"))
                .contains("51 to 51", "rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    @DisplayName("open a number into the inquiries under it, as they counted then and as they stand now")
    void thenAndNow() throws Exception {
        restated();
        assertThat(page(NUMBER, "en"))
                .contains("Nuts &amp; Bolts", "100.0 %", "4 of 4 counted inquiries")
                .doesNotContain("different now");
        var first = page(NUMBER + "&knownAt=2026-03-07T00:00", "en");
        assertThat(first)
                .contains("75.0 %", "3 of 4 counted inquiries", "different now", "/inquiries/unanswered/trace")
                .containsSubsequence("Missed (no reply)", "missed or late", "Met (in time)", "different now");
    }

    @Test
    @DisplayName("set the revisions of a number side by side, the first under the root that seals it")
    void revisions() throws Exception {
        restated();
        var root = seals.last(Track.INQUIRY).orElseThrow().root();
        assertThat(page(NUMBER, "en")).containsSubsequence("75.0 %", "3 / 4", root, "opened here", "100.0 %", "4 / 4");
    }

    @Test
    @DisplayName("count a number again on demand: equal, or what differs")
    void recount() throws Exception {
        marketplace.passTo(CLOSE);
        assertThat(page(NUMBER, "en")).contains("Recount</button>").doesNotContain("Equal.");
        assertThat(page(NUMBER + "&recount=true", "en")).contains("Equal.", "The facts give 3 of 4");
        jdbc.sql("delete from hourglass.fact where kind = 'REPLIED' and case_id = 'a'")
                .update();
        assertThat(page(NUMBER + "&recount=true", "en"))
                .contains("It differs.", "The facts give 2 of 4")
                .containsSubsequence("/inquiries/a/trace", "Met (in time)", "Missed (no reply)");
    }

    @ParameterizedTest
    @CsvSource({
        "supplier=nobody, 404, There is no supplier",
        "supplier=supplier-1&on=2026-03-07&knownAt=2026-03-06T23:59:59.999, 404, were not published yet",
        "supplier=supplier-1&on=2026-03-08, 200, are not published",
        "supplier=supplier-1&on=2026-03-06, 200, are not published",
        "supplier=supplier-1&on=yesterday, 400, on is yesterday",
        "supplier=supplier-1&knownAt=noon, 400, knownAt is noon",
        "supplier=supplier-1&knownAt=-0001-03-07T00:00, 400, knownAt is -0001"
    })
    @DisplayName("say why there is no number")
    void noNumber(String query, int status, String said) throws Exception {
        marketplace.passTo(CLOSE);
        var response = answer(get("/audit/numbers?" + query).header("Accept-Language", "en"), auditor());
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(html(response)).contains(said);
    }

    @Test
    @DisplayName(
            "set restated numbers side by side: from what, to what, who, why, on what evidence, and who crossed 80 %")
    void restatements() throws Exception {
        assertThat(page("/audit/restatements", "en")).contains("There are no restatements");
        restated();
        assertThat(page("/audit/restatements", "en"))
                .contains("ada", "It shows.", "A &lt;b&gt;log&lt;/b&gt;.", "now above")
                .containsSubsequence("75.0 %", "3 / 4", "100.0 %", "4 / 4");
        assertThat(page("/audit/restatements?supplier=other", "en")).contains("There are no restatements");
    }

    @Test
    @DisplayName("show a dispute as a task: claim and evidence beside verdict and facts")
    void task() throws Exception {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        assertThat(page("/audit/disputes", "en"))
                .contains(
                        ">Nuts &amp; Bolts</a> <small class=\"id\" dir=\"auto\">unanswered</small>",
                        "/audit/disputes/d",
                        ">30 d 0 h<")
                .doesNotContain("A &lt;b&gt;log");
        assertThat(page("/audit/disputes/d", "en"))
                .contains("A &lt;b&gt;log&lt;/b&gt;.", "li.wei", "2026-03-02 10:00 +08:00")
                .contains("An auditor decides", "Inquiry received", "<textarea");
        assertThat(answer(get("/audit/disputes/none"), auditor()).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("show what accepting changes, and do it once that is confirmed, into books, ledger and numbers")
    void accept() throws Exception {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        var shown = answer(accepting("en"), auditor());
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(html(shown))
                .contains(
                        "The verdict changes from “Missed (no reply)” to “Met (in time)”",
                        "One published number is restated")
                .contains("On one date the supplier rises above the gate", "name=\"seen\"")
                .doesNotContain("<textarea", "??");
        assertThat(html(answer(accepting("zh"), auditor())))
                .contains("判定将由", "将达到门槛")
                .doesNotContain("??");
        assertThat(answer(accepting("en").param("seen", "another effect"), auditor())
                        .getStatus())
                .isEqualTo(200);
        assertThat(disputes.find(new DisputeId("d")).orElseThrow().state()).isEqualTo(DisputeState.OPEN);
        var seen = effects.ofAccepting(new DisputeId("d"), auditor()).digest();
        var result = mvc.perform(accepting("en").param("seen", seen).with(as(auditor())))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(303);
        assertThat(String.valueOf(result.getFlashMap().get("said")))
                .contains("Accepted, and restated", "Met (in time)");
        var decision = disputes.find(new DisputeId("d")).orElseThrow().decision();
        assertThat(decision)
                .satisfies(made -> assertThat(made.by() + ": " + made.reason()).isEqualTo("ada: It\nshows."));
        assertThat(jdbc.sql("select content from hourglass.ledger_record where kind = 'ACTION'")
                        .query(String.class)
                        .list())
                .anyMatch(action -> action.contains("accept a dispute"));
        assertThat(page("/audit/disputes", "en"))
                .contains(
                        "No dispute is waiting for a decision",
                        "Accepted after the day was locked",
                        "Missed (no reply) → Met (in time)");
        assertThat(page("/audit/disputes/d", "en")).doesNotContain("<textarea");
    }

    private static MockHttpServletRequestBuilder accepting(String language) {
        return post(DECISION)
                .header("Accept-Language", language)
                .param("accepted", "true")
                .param("reason", " It\r\nshows. ");
    }

    @Test
    @DisplayName("tell the second of two auditors that somebody else has decided, and how")
    void second() throws Exception {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        var form = post(DECISION).header("Accept-Language", "en").param("reason", "No.");
        assertThat(answer(form.param("accepted", "false"), auditor()).getStatus())
                .isEqualTo(303);
        var bea = new Caller("bea", Set.of(Role.AUDITOR), Set.of(), null, null);
        var late = answer(
                post(DECISION)
                        .header("Accept-Language", "en")
                        .param("reason", "Yes.")
                        .param("accepted", "true"),
                bea);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(html(late))
                .contains("Somebody else has decided this in the meantime", "ada")
                .containsPattern("\\bRefused\\b");
        assertThat(disputes.find(new DisputeId("d")).orElseThrow().state()).isEqualTo(DisputeState.REFUSED);
    }

    @Test
    @DisplayName("leave disputes of closed books to auditors, and say so to operations")
    void forAuditors() throws Exception {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        var refused = answer(
                post(DECISION)
                        .header("Accept-Language", "en")
                        .param("accepted", "true")
                        .param("reason", "Kept words"),
                operations());
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(html(refused)).contains("an auditor has to decide", "Kept words");
        assertThat(html(answer(get("/audit/disputes/d").header("Accept-Language", "en"), operations())))
                .contains("an auditor has to decide")
                .doesNotContain("<textarea");
    }

    @ParameterizedTest
    @CsvSource({
        "' ', true, Give a reason",
        "x, true, Give a reason",
        "a\u0000b, true, Give a reason",
        "Yes., , Choose accept or refuse"
    })
    @DisplayName("decide nothing without a reason, or without yes or no")
    void incomplete(String reason, String accepted, String said) throws Exception {
        marketplace.passTo(CLOSE);
        raise("d", unanswered);
        var form = post(DECISION)
                .header("Accept-Language", "en")
                .param("reason", reason.repeat(reason.equals("x") ? 4001 : 1));
        var response = answer(accepted == null ? form : form.param("accepted", accepted), auditor());
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(html(response)).contains(said);
        assertThat(disputes.find(new DisputeId("d")).orElseThrow().state()).isEqualTo(DisputeState.OPEN);
    }

    @Test
    @DisplayName(
            "show the seals, say on demand whether the ledger is whole or what is broken, and how to verify it elsewhere")
    void ledger() throws Exception {
        assertThat(page("/audit/ledger", "en")).contains("No day has been locked yet");
        marketplace.passTo(CLOSE);
        var root = seals.last(Track.INQUIRY).orElseThrow().root();
        assertThat(page("/audit/ledger", "en"))
                .contains(root, "verify-ledger ledger.ndjson --root " + root)
                .doesNotContain("Verified: no changes");
        assertThat(page("/audit/ledger?checked=true&from=&to=", "en")).contains("Verified: no changes");
        assertThat(page("/audit/ledger?page=2147483647", "en")).doesNotContain("rel=\"next\"");
        for (var path : List.of("/audit/ledger?checked=true&", "/api/ledger/check?", "/api/ledger/export?")) {
            var backwards = answer(get(path + "from=2026-03-03&to=2026-03-02"), auditor());
            assertThat(backwards.getStatus()).as(path).isEqualTo(400);
            assertThat(html(backwards)).contains("on or before the last day, 2026-03-02");
        }
        jdbc.sql("delete from hourglass.fact where kind = 'REPLIED' and case_id = 'a'")
                .update();
        assertThat(page("/audit/ledger?checked=true", "en"))
                .contains("Changed since it was sealed: one finding", "Removed", "2026-03-02");
    }

    @Test
    @DisplayName("hand out the days chosen, and the proof of an inquiry, as files")
    void files() throws Exception {
        marketplace.passTo(CLOSE);
        var there = answer(get("/audit/ledger/export?from=2026-03-02&to="), auditor());
        assertThat(there.getStatus()).isEqualTo(303);
        assertThat(there.getRedirectedUrl()).isEqualTo("/api/ledger/export?from=2026-03-02");
        assertThat(answer(get("/api/ledger/export?from=2026-03-02"), auditor()).getHeader("Content-Disposition"))
                .contains("attachment", "ledger.ndjson");
        var proof = answer(get("/audit/ledger/proof?inquiry=a"), auditor());
        assertThat(proof.getHeader("Content-Disposition")).contains("attachment", "proof-a.json");
        assertThat(proof.getContentAsString()).contains("\"proof\":\"a\"");
        for (var id : List.of("nobody", "")) {
            var none = answer(get("/audit/ledger/proof?lang=en&inquiry=" + id), auditor());
            assertThat(none.getStatus()).isIn(400, 404);
            assertThat(html(none)).contains("<h1");
        }
    }

    @Test
    @DisplayName("cost as many statements for many rows as for few")
    void statements() throws Exception {
        restated();
        raise("e", inquiry("further"));
        var few = cost();
        for (var i = 0; i < 5; i++) {
            raise("more-" + i, inquiry("more-" + i));
        }
        assertThat(cost()).isEqualTo(few);
    }

    private List<Integer> cost() {
        return Stream.of("/audit/inquiries?supplier=supplier-1", "/audit/disputes", "/audit/restatements", NUMBER)
                .map(path -> CountedStatements.statementsIn(counted.during(() -> open(path))))
                .toList();
    }

    private void open(String path) {
        try {
            page(path, "en");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("have words for every constant that they may have to say")
    void words() {
        var keys = Stream.of(
                        Arrays.stream(DisputeState.values())
                                .flatMap(one -> Stream.of("audit.state." + one, "audit.decided." + one)),
                        Arrays.stream(DisputeRefused.Reason.values()).map(one -> "audit.mistake." + one),
                        Arrays.stream(Crossing.values()).map(one -> "audit.crossed." + one),
                        Arrays.stream(Finding.Kind.values()).map(one -> "audit.finding." + one))
                .flatMap(some -> some)
                .toList();
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(keys).allSatisfy(key -> assertThat(messages.getMessage(key, null, "", locale))
                    .as(key)
                    .isNotEmpty());
        }
    }
}
