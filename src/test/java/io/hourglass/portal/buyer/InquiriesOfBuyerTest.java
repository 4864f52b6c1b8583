package io.hourglass.portal.buyer;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.HourglassTest;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.rate.standing.ChooseDisplay;
import io.hourglass.referral.Alternatives;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of a buyer")
class InquiriesOfBuyerTest {

    private static final String LIST = "/buyers/buyer-1/inquiries";
    private static final String NEW = "/buyers/buyer-1/new-inquiry";
    private static final String PUMPS = "Hardware/Pumps";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RecordFact record;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private ChooseDisplay display;

    @Autowired
    private MessageSource messages;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as(buyer("buyer-1")))).andReturn().getResponse();
    }

    private static String html(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String path, String language) throws Exception {
        var response = answer(get(path).header("Accept-Language", language));
        assertThat(response.getStatus()).isEqualTo(200);
        return html(response);
    }

    private InquiryId sent(String id) {
        return marketplace.inquiry(id, BUYER, SUPPLIER, PUMPS, "Ten <b>pumps</b>, please.");
    }

    private InquiryId unanswered(String id) {
        var inquiry = sent(id);
        marketplace.pass(Duration.parse("PT72H"));
        return inquiry;
    }

    private InquiryId carriedOver() {
        marketplace.describe("other", new SupplierProfile("Other & Sons", null, null, false, List.of(PUMPS), null));
        var inquiry = unanswered("i");
        marketplace.askForAlternatives(inquiry);
        alternatives.pick(new Alternatives.Choice(inquiry, Set.of(new SupplierId("other")), true));
        return inquiry;
    }

    private void reply(InquiryId inquiry, String text) {
        record.record(FactReport.builder()
                .id(new FactId("reply"))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.WEB)
                .occurredAt(marketplace.now())
                .text(new FactText(null, text))
                .build());
    }

    @Test
    @DisplayName("begin at its inquiries: the start page leads there")
    void start() throws Exception {
        var response = answer(get("/"));
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getRedirectedUrl()).isEqualTo(LIST);
    }

    @Test
    @DisplayName("show what it sent with the time left, in both languages, without a hole")
    void list() throws Exception {
        sent("i");
        assertThat(page(LIST, "en"))
                .contains("lang=\"en\"", "supplier-1", "Waiting", ">3 d 0 h<", "My inquiries", "aria-current=\"page\"")
                .doesNotContain("??", "style=", "Ten");
        assertThat(page(LIST, "zh-CN"))
                .contains("lang=\"zh\"", "待回复", ">3 天 0 小时<", "我的询盘")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("filter by what became of them, and say over which days")
    void filter() throws Exception {
        sent("i");
        assertThat(page(LIST + "?became=ANSWERED", "en"))
                .contains("No inquiry sent from 2025-03-02 to 2026-03-02")
                .doesNotContain("supplier-1");
        assertThat(page(LIST + "?became=WAITING&from=2026-03-01", "en"))
                .contains("One inquiry sent from 2026-03-01 to 2026-03-02", "supplier-1");
    }

    @Test
    @DisplayName("are narrowed by chips, each status with its count over those days")
    void chips() throws Exception {
        sent("i");
        marketplace.reply(marketplace.inquiry("j", BUYER, new SupplierId("s"), marketplace.now(), null));
        for (var list : List.of(LIST, LIST + "?became=WAITING&page=0")) {
            assertThat(page(list, "en").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                    .contains("All Waiting 1 Answered 1 Counts of the days that are shown");
        }
        assertThat(page(LIST + "?from=2026-03-01", "en")).contains("href=\"?from=2026-03-01&amp;became=ANSWERED\"");
        assertThat(page(LIST + "?to=2026-03-01", "en")).doesNotContain("became=ANSWERED");
        assertThat(page(LIST, "zh")).contains("筛选", "全部");
    }

    @Test
    @DisplayName("come in parts of twenty, with a way to the next that keeps what was asked for")
    void parts() throws Exception {
        for (var i = 0; i < 21; i++) {
            marketplace.inquiry("i" + i, BUYER, new SupplierId("s" + i), marketplace.now(), null);
        }
        assertThat(page(LIST + "?became=WAITING", "en"))
                .contains("1 to 20 of 21", "?became=WAITING&amp;page=1")
                .doesNotContain("rel=\"prev\"");
        assertThat(page(LIST + "?became=WAITING&page=1", "en"))
                .contains("21 to 21 of 21", "rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({"page=-1, page is -1", "from=yesterday, from is yesterday", "became=GONE, became is GONE"})
    @DisplayName("say what is wrong with an address")
    void wrongAddress(String asked, String said) throws Exception {
        var response = answer(get(LIST + "?" + asked).header("Accept-Language", "en"));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(html(response)).contains(said);
    }

    @Test
    @DisplayName("show the inquiry as it was written beside those that it was carried over to, each with its answer")
    void sideBySide() throws Exception {
        var inquiry = carriedOver();
        reply(alternatives.of(inquiry).picks().get(0).newInquiry(), "40 USD each.");
        assertThat(page(LIST + "/i", "en"))
                .contains(
                        "Ten &lt;b&gt;pumps&lt;/b&gt;, please.",
                        "Missed (no reply)",
                        "Other &amp; Sons",
                        "40 USD each.",
                        "Status of the alternatives")
                .doesNotContain("??", "style=");
        assertThat(page(LIST + "/i", "zh")).contains("未回复", "已转发给").doesNotContain("??");
        assertThat(page(LIST, "en"))
                .contains("Sent to alternative", "Other &amp; Sons")
                .containsPattern("\\bAnswered\\b");
    }

    @Test
    @DisplayName("lead from an unanswered inquiry to the page behind its link, made for the look")
    void toAlternatives() throws Exception {
        unanswered("i");
        assertThat(page(LIST + "/i", "en")).contains(LIST + "/i/alternatives", "Ask for alternatives");
        var response = answer(get(LIST + "/i/alternatives?lang=en"));
        assertThat(response.getStatus()).isEqualTo(303);
        var link = Objects.requireNonNull(response.getRedirectedUrl());
        assertThat(link).startsWith("/alternatives/");
        assertThat(page(link, "en")).contains("Show alternatives");
    }

    @Test
    @DisplayName("show an inquiry whatever its id")
    void anyId() throws Exception {
        sent("new");
        assertThat(page(LIST + "/new", "en")).contains("Ten &lt;b&gt;pumps").contains("Hardware › Pumps");
    }

    @Test
    @DisplayName("offer no others while the supplier has time, nor to whoever reads the buyer's pages for it")
    void noAlternatives() throws Exception {
        sent("i");
        assertThat(page(LIST + "/i", "en")).doesNotContain("/alternatives");
        marketplace.pass(Duration.parse("PT72H"));
        var read = mvc.perform(get(LIST + "/i").with(as(auditor()))).andReturn().getResponse();
        assertThat(read.getStatus()).isEqualTo(200);
        assertThat(html(read)).contains("Inquiry to supplier-1").doesNotContain("/alternatives");
    }

    @Test
    @DisplayName("of another buyer are not there, nor is another's inquiry under one's own name")
    void others() throws Exception {
        marketplace.inquiry("theirs", new BuyerId("buyer-2"), SUPPLIER, marketplace.now(), null);
        for (var path : List.of(
                "/buyers/buyer-2/inquiries",
                "/buyers/buyer-2/inquiries/theirs",
                "/buyers/buyer-2/new-inquiry",
                LIST + "/theirs",
                LIST + "/theirs/alternatives",
                LIST + "/nobody")) {
            assertThat(answer(get(path)).getStatus()).as(path).isEqualTo(404);
        }
        var asAuditor = mvc.perform(get(LIST + "/theirs").with(as(auditor()))).andReturn();
        assertThat(asAuditor.getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("say that no name of a supplier holds a NUL")
    void noName() throws Exception {
        assertThat(answer(get(URI.create(NEW + "?words=%00"))).getStatus()).isEqualTo(400);
    }

    @Test
    @DisplayName("let it choose a supplier by name, with the rate of whoever shows it")
    void choose() throws Exception {
        marketplace.describe("a", new SupplierProfile("Aqua Pumps", null, null, false, List.of(PUMPS), null));
        marketplace.reply(marketplace.inquiry("i", new BuyerId("b"), new SupplierId("a"), marketplace.now(), null));
        marketplace.reply(marketplace.inquiry("j", new BuyerId("b"), new SupplierId("shy"), marketplace.now(), null));
        marketplace.pass(Duration.ofDays(5));
        display.choose(new ChooseDisplay.Choice(new SupplierId("shy").subject(), false));
        assertThat(page(NEW, "en"))
                .contains("Aqua Pumps", "100.0 %", "1 of 1 answered in three days", "Hardware › Pumps")
                .contains("shy", "does not show its rate")
                .doesNotContain("??");
        var only = answer(get(NEW + "?words=AQUA"));
        assertThat(only.getStatus()).isEqualTo(303);
        assertThat(only.getHeader("Location")).isEqualTo(NEW + "?supplier=a");
        marketplace.describe("a2", new SupplierProfile("Aqua Two", null, null, false, List.of(), null));
        assertThat(page(NEW + "?words=AQUA", "zh"))
                .contains("Aqua Pumps", "Aqua Two")
                .doesNotContain("shy", "??");
        assertThat(page(NEW + "?words=nobody", "en")).contains("No supplier has this name");
        assertThat(page(NEW + "?supplier=a", "en")).contains("/badges/a/badge.svg", "New inquiry to Aqua Pumps");
        assertThat(page(NEW + "?supplier=shy", "en"))
                .contains("does not show its rate")
                .doesNotContain("badge.svg");
        assertThat(answer(get(NEW + "?supplier=nobody")).getStatus()).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder form(String id, String text) {
        return post(NEW)
                .header("Accept-Language", "en")
                .param("id", id)
                .param("supplier", "supplier-1")
                .param("subject", " Pumps ")
                .param("category", PUMPS)
                .param("text", text);
    }

    private void known() {
        marketplace.supplier("supplier-1", PUMPS);
    }

    @Test
    @DisplayName("send an inquiry by the same way as the API, once however often the form is sent")
    void send() throws Exception {
        known();
        for (var said : List.of("has been sent.", "was not sent twice")) {
            var response = mvc.perform(form("W-1", "Ten\r\npumps?").with(as(buyer("buyer-1"))))
                    .andReturn();
            assertThat(response.getResponse().getStatus()).isEqualTo(303);
            assertThat(response.getResponse().getRedirectedUrl()).isEqualTo(LIST + "/W-1");
            assertThat(String.valueOf(response.getFlashMap().get("said"))).contains(said);
        }
        var file = files.open(new InquiryId("W-1"));
        assertThat(file.text()).isEqualTo(new FactText("Pumps", "Ten\npumps?"));
        assertThat(file.inquiry().buyer()).isEqualTo(BUYER);
        assertThat(file.inquiry().category()).isEqualTo(PUMPS);
        assertThat(inquiries.of(BUYER)).hasSize(1);
        assertThat(page(LIST + "/W-1", "en")).contains("Waiting");
    }

    @Test
    @DisplayName("say before it is sent that an inquiry repeats one of the same day, and send it if that is wanted")
    void repeats() throws Exception {
        sent("first");
        marketplace.pass(Duration.ofMinutes(1));
        assertThat(page(NEW + "?supplier=supplier-1", "en"))
                .contains("This supplier already has an inquiry of yours", LIST + "/first", "name=\"again\"");
        var refused = answer(form("W-2", "Once more"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(html(refused)).contains("Nothing has been sent yet", "Once more", "value=\"W-2\"");
        assertThat(inquiries.of(BUYER)).hasSize(1);

        assertThat(answer(form("W-2", "Once more").param("again", "true")).getStatus())
                .isEqualTo(303);
        assertThat(page(LIST + "/W-2", "en")).contains("No reply needed");
        marketplace.pass(Duration.ofDays(1));
        assertThat(page(NEW + "?supplier=supplier-1", "en")).doesNotContain("name=\"again\"");
    }

    @Test
    @DisplayName("say beside the field what is wrong, keep what was written, and send nothing")
    void wrongField() throws Exception {
        known();
        var request = post(NEW)
                .header("Accept-Language", "en")
                .param("id", "W-1")
                .param("supplier", "supplier-1")
                .param("subject", "Pumps")
                .param("text", " ");
        var response = answer(request);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(html(response)).contains("Write what you want to know", "aria-invalid=\"true\"", "value=\"Pumps\"");
        assertThat(inquiries.of(BUYER)).isEmpty();
    }

    @Test
    @DisplayName("keep of a new inquiry what fits, and say of what only a part is kept, then and where it is shown")
    void keptInPart() throws Exception {
        known();
        var request = post(NEW)
                .header("Accept-Language", "en")
                .param("id", "W-1")
                .param("supplier", "supplier-1")
                .param("subject", "s".repeat(800))
                .param("category", "c".repeat(401))
                .param("text", "t".repeat(20_001));
        var sent = mvc.perform(request.with(as(buyer(BUYER.value())))).andReturn();
        assertThat(sent.getResponse().getStatus()).isEqualTo(303);
        assertThat(String.valueOf(sent.getFlashMap().get("said"))).contains(": the subject, the text, the category.");
        assertThat(page(LIST + "/W-1", "en")).contains("Only a part of this was kept");
        assertThat(page(LIST + "/W-1", "zh")).contains("只保存了一部分：主题、正文、类目。");
    }

    @Test
    @DisplayName("refuse other words under an id that is known, whoever's it is, and suppliers that nobody knows")
    void conflict() throws Exception {
        known();
        marketplace.inquiry("W-1", new BuyerId("buyer-2"), SUPPLIER, marketplace.now(), null);
        var response = answer(form("W-1", "Ten pumps?"));
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(html(response)).contains("already used to send something else");
        assertThat(answer(post(NEW)
                                .param("id", "W-9")
                                .param("supplier", "nobody")
                                .param("text", "?"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(inquiries.of(BUYER)).isEmpty();
    }

    @Test
    @DisplayName("have words for whatever became of an inquiry")
    void words() {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(BuyerStatus.values()).allSatisfy(one -> {
                assertThat(messages.getMessage("buyer.became." + one, null, "", locale))
                        .isNotEmpty();
                assertThat(messages.getMessage("buyer.means." + one, null, "", locale))
                        .isNotEmpty();
            });
        }
    }
}
