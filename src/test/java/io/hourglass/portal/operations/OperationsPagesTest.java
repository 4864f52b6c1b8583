package io.hourglass.portal.operations;

import static io.hourglass.CountedStatements.statementsIn;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.Actions;
import io.hourglass.chat.Chats;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.operations.work.Incidents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of operations")
class OperationsPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant BOOKS_CLOSE = Instant.parse("2026-03-06T16:00:00Z");
    private static final SupplierId SUPPLIER = new SupplierId("s<1>");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Processes processes;

    @Autowired
    private SettableClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Incidents incidents;

    @Autowired
    private ActionLog log;

    @Autowired
    private Actions actions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeyRing keys;

    @Autowired
    private CountedStatements counted;

    private String page(String path, Caller caller) throws Exception {
        return content(get(path).with(as(caller)), 200);
    }

    private String content(MockHttpServletRequestBuilder request, int answer) throws Exception {
        return mvc.perform(request)
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void inquiry(String id) {
        marketplace.inquiry(id, new BuyerId("of " + id), SUPPLIER, marketplace.now(), null);
    }

    private String failedClose() {
        inquiry("i");
        processes.failClose(MONDAY, BOOKS_CLOSE, 1);
        return incidents.all(0, 1).get(0).id();
    }

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        var id = failedClose();
        var consultation = chats.asks(Chats.ANNA).id();
        mvc.perform(post("/settings/suppliers/" + PathSegment.of(SUPPLIER.value()) + "/suspension")
                .param("reason", "Under <b>inquiry</b>."));
        for (var path : new String[] {
            "/operations",
            "/operations/map",
            "/operations/map?process=chat",
            "/operations/inquiries?process=chat&step=KeepConsultationOpen",
            "/operations/cockpit?process=chat&key=" + consultation,
            "/operations/map?process=referral",
            "/operations/map?process=day-close",
            "/operations/inquiries",
            "/operations/inquiries?process=day-close&step=SettleDay",
            "/operations/ended",
            "/operations/cockpit?process=inquiry&key=i",
            "/operations/cockpit?process=dayClose&key=2026-03-02",
            "/operations/incidents",
            "/operations/incidents/" + id,
            "/operations/inquiries/i/findings",
            "/operations/actions"
        }) {
            assertThat(page(path + (path.contains("?") ? "&" : "?") + "lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??", "<b>inquiry", "s<1>", "style=");
        }
    }

    @ParameterizedTest(
            name = "show in {0} what is stopped, and where it can be resumed: overview, incidents, map, list, trace")
    @CsvSource({
        "en, 1 stopped, stopped, suspended: does not fire until it is resumed, The process is suspended, one process suspended",
        "zh, 停 1, 停滞, 已挂起：恢复后才会触发, 流程已挂起, 挂起的流程 1 个"
    })
    void stopped(String language, String badge, String mark, String timer, String process, String health)
            throws Exception {
        inquiry("i");
        var instance = processes.of(new InquiryId("i")).getId();
        var resume = "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime";
        var lang = "lang=" + language;
        assertThat(page("/operations?" + lang, As.operations())).doesNotContain(health, "id=\"suspended\"");
        runtime.suspendProcessInstanceById(instance);
        assertThat(page("/operations?" + lang, As.operations()))
                .contains(health, "id=\"suspended\"", "href=\"" + resume + "\"")
                .doesNotContain("??");
        assertThat(page("/operations/incidents?" + lang, As.auditor()))
                .contains(health, "id=\"suspended\"", "href=\"" + resume + "\"", "href=\"/inquiries/i/trace\"")
                .doesNotContain("??");
        assertThat(page("/operations/map?" + lang, As.operations()))
                .contains(badge)
                .doesNotContain("??");
        assertThat(page("/operations/inquiries?" + lang, As.operations())).contains(mark);
        assertThat(page("/inquiries/i/trace?" + lang, As.operations()))
                .contains(timer, process)
                .doesNotContain("??");
    }

    @ParameterizedTest(
            name = "let operations say in {0} what a mail belongs to, once and with a reason, until the books close")
    @CsvSource({"en, The mail is now: Follow-up", "zh, 该邮件现为："})
    void finding(String language, String done) throws Exception {
        var buyer = new BuyerId("b");
        marketplace.inquiry("first", buyer, SUPPLIER, marketplace.now(), null);
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("further", buyer, SUPPLIER, marketplace.now(), null);
        inquiry("stranger");
        var address = "/operations/inquiries/further/findings";
        assertThat(page("/inquiries/further/trace", As.operations())).contains("href=\"" + address + "\"");
        assertThat(page("/inquiries/further/trace", As.auditor())).doesNotContain(address);
        content(found(address, "nothing", "Quotes it."), 404);
        content(found(address, "stranger", "Quotes it."), 400);
        assertThat(content(found(address, "first", " "), 400)).contains("value=\"first\"", "aria-invalid");
        assertThat(log.latest(0, 9)).isEmpty();
        for (var sent = 0; sent < 2; sent++) {
            mvc.perform(found(address, "first", "Quotes it.").queryParam("lang", language))
                    .andExpect(redirectedUrl(address))
                    .andExpect(flash().attribute("said", containsString(done)));
        }
        assertThat(log.latest(0, 9)).singleElement().satisfies(one -> {
            assertThat(one.action()).isEqualTo(Action.FIND_A_THREAD);
            assertThat(one.about()).isEqualTo("further");
        });
        assertThat(page(address, As.auditor())).contains("first").doesNotContain("<form class=\"card\"");
        marketplace.passTo(BOOKS_CLOSE.plus(Duration.ofDays(1)));
        assertThat(content(found(address, "further", "It stands alone."), 409)).contains("Its day is locked");
    }

    private static MockHttpServletRequestBuilder found(String address, String belongsTo, String reason) {
        return post(address)
                .with(as(As.operations()))
                .param("belongsTo", belongsTo)
                .param("reason", reason);
    }

    @ParameterizedTest(name = "the overview says in {0} what is open, breaks next and has failed, and where to look")
    @CsvSource({
        "en, h, overdue, One step has failed or has no retries left; one day close is due",
        "zh, 小时, 已逾期, 有一个步骤失败或没有剩余重试次数；有一个日结到期"
    })
    void overview(String language, String hours, String overdue, String health) throws Exception {
        var id = failedClose();
        clock.set(BOOKS_CLOSE.plusMillis(1));
        inquiry("fresh");
        var page = page("/operations?lang=" + language, As.operations());
        assertThat(page)
                .contains("&lt; 1 " + hours, "1–6 " + hours)
                .contains(overdue, health, "/operations/incidents/" + id, Processes.WHY_A_CLOSE_FAILS)
                .containsSubsequence("href=\"/inquiries/fresh/trace\"", "s&lt;1&gt;", "of fresh", "data-left")
                .contains("/camunda/app/cockpit/default/#/process-instance/"
                        + processes.of(new InquiryId("fresh")).getId() + "/runtime")
                .contains("hx-trigger=\"every 10s\"");
    }

    @Test
    @DisplayName("the overview asks the database as often for many inquiries as for one")
    void statements() throws Exception {
        inquiry("first");
        statementsOf("/operations");
        statementsOf("/operations/map");
        var one = statementsOf("/operations");
        var mapOfOne = statementsOf("/operations/map");
        for (var number = 0; number < 8; number++) {
            inquiry("further " + number);
        }
        assertThat(statementsOf("/operations")).isEqualTo(one);
        assertThat(statementsOf("/operations/map")).isEqualTo(mapOfOne);
    }

    private int statementsOf(String path) {
        return statementsIn(counted.during(
                () -> assertThatCode(() -> page(path, As.operations())).doesNotThrowAnyException()));
    }

    @Test
    @DisplayName("the map has a badge for each step, which leads to what waits there")
    void map() throws Exception {
        inquiry("a");
        inquiry("b");
        marketplace.pass(Duration.ofHours(2));
        assertThat(page("/operations/map?lang=en", As.operations()))
                .contains("data-model=\"/api/process-models/inquiry?lang=en\"")
                .contains("data-node=\"KeepCaseOpen\"")
                .contains("href=\"/operations/inquiries?process=inquiry&amp;step=KeepCaseOpen\"")
                .contains("oldest 2 h 0 min")
                .contains("/camunda/app/cockpit/default/#/process-definition/inquiry:1:");
        assertThat(page("/operations/map?lang=zh", As.operations())).contains("2 小时 0 分钟");
        assertThat(page("/operations/inquiries?process=inquiry&step=KeepCaseOpen&lang=en", As.operations()))
                .containsSubsequence("/inquiries/a/trace", "/inquiries/b/trace")
                .doesNotContain("rel=\"next\"");
        assertThat(content(get("/operations/map?process=invoice"), 404)).contains("invoice");
    }

    @Test
    @DisplayName("inquiries whose process has ended are one click from the map, and lead to the way they took")
    void ended() throws Exception {
        inquiry("answered");
        inquiry("open");
        marketplace.reply(new InquiryId("answered"));
        assertThat(page("/operations/map", As.operations())).contains("href=\"/operations/ended\"");
        assertThat(page("/operations/map?process=dispute", As.operations())).contains("href=\"/audit/disputes#ended\"");
        assertThat(page("/operations/ended?lang=en", As.auditor()))
                .containsSubsequence("/inquiries/answered/trace#path", "Met (in time)")
                .doesNotContain("/inquiries/open/");
        mvc.perform(get("/api/process-map/ended").with(as(As.auditor())))
                .andExpect(jsonPath("$.ended.length()").value(1))
                .andExpect(jsonPath("$.ended[0].inquiry").value("answered"))
                .andExpect(jsonPath("$.ended[0].state").value("TIMELY"));
    }

    @ParameterizedTest(name = "in Cockpit a process says in {0} what its inquiry is, in words")
    @CsvSource({"en, Missed (no reply), Inquiry received, Reply deadline", "zh, 未回复, 收到询盘, 回复期限"})
    void cockpit(String language, String verdict, String fact, String clock) throws Exception {
        inquiry("i");
        marketplace.pass(Duration.ofDays(3).plusMillis(1));
        assertThat(page("/operations/cockpit?process=inquiry&key=i&lang=" + language, As.auditor()))
                .containsSubsequence("id=\"told\"", "/inquiries/i/trace", "s&lt;1&gt;", verdict, clock, fact)
                .doesNotContain("UNANSWERED", "RECEIVED");
        assertThat(page("/operations/cockpit?process=dispute&key=d", As.auditor()))
                .contains("/audit/disputes/d");
        assertThat(page("/operations/cockpit?process=theirs", As.auditor())).contains("id=\"told\"");
        content(get("/operations/cockpit?process=inquiry&key=none").with(as(As.auditor())), 404);
    }

    @ParameterizedTest(name = "and in {0} what its consultation is")
    @CsvSource({"en, Unanswered, End of the day, Message of the buyer", "zh, 未回复, 当日结束, 买家消息"})
    void cockpitOfChat(String language, String verdict, String clock, String fact) throws Exception {
        var id = chats.asks(Chats.ANNA).id();
        marketplace.pass(Duration.ofDays(1));
        assertThat(page("/operations/cockpit?process=chat&key=" + id + "&lang=" + language, As.auditor()))
                .containsSubsequence("id=\"told\"", id.value(), "/suppliers/shop-1/chat", verdict, clock, fact)
                .doesNotContain("UNANSWERED", "ASKED");
        content(get("/operations/cockpit?process=chat&key=none").with(as(As.auditor())), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "inquiries", "ended", "actions"})
    @DisplayName("a page before the first is 400, and one after the last is empty")
    void outOfPages(String path) throws Exception {
        assertThat(content(get("/operations/" + path + "?page=-1").with(as(As.operations())), 400))
                .contains("page is -1, but must be 0 or more");
        assertThat(page("/operations/" + path + "?page=2147483647", As.operations()))
                .doesNotContain("rel=\"next\"");
    }

    @Test
    @DisplayName("a list of what waits has the other steps of its process as chips, with how many are at each")
    void chipsOfSteps() throws Exception {
        inquiry("a");
        inquiry("b");
        inquiry("late");
        assertThat(plain(page("/operations/inquiries?lang=en", As.operations())))
                .containsPattern("Keep[\\w ]* 3 ");
        var empty = page("/operations/inquiries?process=day-close&step=SettleDay&page=1&lang=en", As.operations());
        assertThat(empty)
                .contains("href=\"?process=day-close&amp;lang=en&amp;step=SettleDay\"", "aria-current=\"true\"")
                .doesNotContain("All</a>");
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    @DisplayName("a list of what waits has fifty to a page")
    void pages() throws Exception {
        for (var number = 10; number <= 60; number++) {
            inquiry("n" + number);
        }
        assertThat(page("/operations/inquiries", As.operations()))
                .contains("/inquiries/n59/trace", "rel=\"next\"", "page=1")
                .doesNotContain("/inquiries/n60/trace", "rel=\"prev\"");
        assertThat(page("/operations/inquiries?page=1", As.operations()))
                .contains("/inquiries/n60/trace", "rel=\"prev\"")
                .doesNotContain("/inquiries/n59/trace", "rel=\"next\"");
    }

    @Test
    @DisplayName("an incident is tried again with a reason, and the reader is told so")
    void retry() throws Exception {
        var id = failedClose();
        assertThat(page("/operations/incidents/" + id, As.operations()))
                .contains("at io.hourglass.rate.close.DayPublication");
        mvc.perform(post("/operations/incidents/" + id + "/retries?lang=en")
                        .with(as(As.operations()))
                        .param("reason", "Room again."))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/operations"))
                .andExpect(flash().attributeExists("said"));
        assertThat(incidents.find(id).orElseThrow().retriesLeft()).isEqualTo(5);
        assertThat(page("/operations/actions", As.operations()))
                .containsSubsequence("olga", "retried a failed step", "2026-03-02", "Settle the day: Room again.");
        assertThat(page("/operations/actions?lang=zh", As.operations())).contains("重试了失败的步骤");
        mvc.perform(post("/operations/incidents/gone/retries").param("reason", "x"))
                .andExpect(redirectedUrl("/operations"))
                .andExpect(flash().attributeExists("mistake"));
    }

    @Test
    @DisplayName(
            "an action without a reason is 400, says so beside the field, keeps what was written, and does nothing")
    void noReason() throws Exception {
        var id = failedClose();
        assertThat(content(
                        post("/operations/incidents/" + id + "/retries?lang=en").param("reason", " "), 400))
                .contains("aria-invalid=\"true\"", "1 to 1000 characters", "autofocus");
        assertThat(log.latest(0, 10)).isEmpty();
    }

    @Test
    @DisplayName("the activity has what was done as chips, each with its count for the chosen person and day")
    void chipsOfActs() throws Exception {
        deed("olga", "first");
        deed("olga", "second");
        deed("otto", "third");
        assertThat(plain(page("/operations/actions?lang=en", As.auditor())))
                .containsPattern("All \\D+ 3 Counts of the newest 1,000");
        var found = page("/operations/actions?by=olga&act=FIND_A_THREAD&page=0&lang=en", As.auditor());
        assertThat(plain(found)).containsPattern("All \\D+ 2 Counts of the newest 1,000");
        assertThat(found)
                .contains("href=\"?by=olga&amp;lang=en\"")
                .contains("href=\"?by=olga&amp;lang=en&amp;act=FIND_A_THREAD\"");
        assertThat(plain(page("/operations/actions?act=MAKE_A_KEY&lang=en", As.auditor())))
                .containsPattern("All \\D+ 3 \\D+ 0 Counts");
        assertThat(page("/operations/actions?day=2026-03-01&lang=en", As.auditor()))
                .doesNotContain("Counts of");
    }

    @Test
    @DisplayName(
            "the activity is filtered by person, by act and by day of the marketplace, with what was merged into the person")
    void activity() throws Exception {
        accounts.put(new Account("olga", Role.OPERATIONS, null, "hash", "operations"));
        accounts.put(new Account("olga.2", Role.OPERATIONS, null, "hash", "operations"));
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s", "hash", "operations"));
        deed("olga", "first");
        deed("olga.2", "second");
        clock.set(Instant.parse("2026-03-03T15:59:59.999Z"));
        deed("otto", "on the day");
        clock.set(Instant.parse("2026-03-03T16:00:00Z"));
        deed("otto", "on the next");
        accounts.close("olga.2", clock.instant(), "olga");
        assertThat(page("/operations/actions?by=olga", As.auditor()))
                .containsSubsequence(">second<", ">first<")
                .doesNotContain(">on the day<", ">olga.2<");
        assertThat(page("/operations/actions?day=2026-03-03", As.auditor()))
                .contains(">on the day<")
                .doesNotContain(">on the next<", ">first<");
        assertThat(page("/operations/actions?day=2026-03-04&by=otto&act=FIND_A_THREAD", As.auditor()))
                .contains(">on the next<", "href=\"/inquiries/on%20the%20next/trace\"")
                .doesNotContain(">on the day<");
        for (var none : new String[] {"by=nobody", "by=%20x%00", "act=MAKE_A_KEY", "day=2026-03-05", "page=3"}) {
            assertThat(content(
                            get(URI.create("/operations/actions?lang=en&" + none))
                                    .with(as(As.auditor())),
                            200))
                    .as(none)
                    .contains("No actions yet.");
        }
        for (var bad : new String[] {"act=DANCE", "day=yesterday", "page=-1"}) {
            content(get("/operations/actions?" + bad).with(as(As.auditor())), 400);
        }
    }

    @Test
    @DisplayName(
            "the activity suggests all who may act, keys too, and finds them by the beginnings of words, in any case")
    void actorsInPart() throws Exception {
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s", "hash", "olga"));
        accounts.put(new Account("li.wei.2", Role.SUPPLIER, "s", "hash", "olga"));
        accounts.close("li.wei.2", clock.instant(), "li.wei");
        keys.make("ERP of Lagos", Set.of(Scope.READ), As.operations());
        deed("li.wei", "first");
        deed("li.wei.2", "second");
        deed("ERP of Lagos", "third");
        deed("by an identity provider", "fourth");
        var page = page("/operations/actions", As.auditor());
        assertThat(page)
                .contains("<option value=\"li.wei\"></option>", "<option value=\"ERP of Lagos\"></option>")
                .doesNotContain("<option value=\"li.wei.2\"");
        for (var typed : new String[] {"WEI", "li we", "li.wei"}) {
            assertThat(page("/operations/actions?by=" + typed, As.auditor()))
                    .as(typed)
                    .contains(">first<", ">second<")
                    .doesNotContain(">third<", ">fourth<");
        }
        assertThat(page("/operations/actions?by=lagos", As.auditor()))
                .contains(">third<")
                .doesNotContain(">first<");
        assertThat(page("/operations/actions?by=ei", As.auditor())).doesNotContain(">first<");
        assertThat(page("/operations/actions?by=by an identity provider", As.auditor()))
                .contains(">fourth<")
                .doesNotContain(">first<");
    }

    private void deed(String by, String about) {
        actions.noteOf(by, Action.FIND_A_THREAD, about, "");
    }

    @Test
    @DisplayName("auditors see what has failed, and get no form to act on it")
    void auditors() throws Exception {
        var id = failedClose();
        assertThat(page("/operations/incidents/" + id, As.auditor()))
                .contains(Processes.WHY_A_CLOSE_FAILS)
                .doesNotContain("name=\"reason\"");
        mvc.perform(post("/operations/incidents/" + id + "/retries")
                        .with(as(As.auditor()))
                        .param("reason", "x"))
                .andExpect(status().isForbidden());
        assertThat(incidents.find(id).orElseThrow().retriesLeft()).isEqualTo(4);
    }
}
