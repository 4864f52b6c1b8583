package io.hourglass.portal;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.ChangeAccounts;
import io.hourglass.access.accounts.MakeAccounts;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.diagnosis.calendar.SetWorkCalendar;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.market.buyers.Buyers;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.SuspendSupplier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The lists of pages as files")
class CsvListsTest {

    /** The start of 7 March in Shanghai, when the books of 2 March close. */
    private static final Instant CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    private static final int SETTLED = 52;
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*as=csv[^\"]*)\"");

    private static final List<Whole> WHOLE = List.of(
            new Whole("/audit/inquiries?supplier=supplier-1", 0, 82),
            new Whole("/audit/numbers?supplier=supplier-1&on=2026-03-07", 0, 52),
            new Whole("/audit/disputes", 0, 1),
            new Whole("/audit/disputes", 1, 1),
            new Whole("/audit/restatements", 0, 1),
            new Whole("/audit/ledger", 0, 1),
            new Whole("/suppliers/supplier-1/inbox", 0, 82),
            new Whole("/suppliers/supplier-1/rate", 0, 90),
            new Whole("/suppliers/supplier-1/rate", 1, 52),
            new Whole("/suppliers/supplier-1/disputes", 0, 2),
            new Whole("/buyers/buyer-1/inquiries", 0, 1),
            new Whole("/operations/inquiries", 0, 80),
            new Whole("/operations/ended", 0, 2),
            new Whole("/operations/actions", 0, 5),
            new Whole("/settings/policies/reply", 0, 1),
            new Whole("/settings/policies/referral", 0, 1),
            new Whole("/settings/suppliers", 0, 1),
            new Whole("/settings/suppliers", 1, 0),
            new Whole("/settings/calendar", 0, 0));

    /** The list of a page, by its place there, and how many rows the marketplace has for it. */
    private record Whole(String page, int list, int rows) {}

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Buyers buyers;

    @Autowired
    private MakeAccounts make;

    @Autowired
    private ChangeAccounts change;

    @Autowired
    private KeyRing keys;

    @Autowired
    private SetWorkCalendar calendar;

    @Autowired
    private SuspendSupplier suspend;

    /** More than a page of everything that there may be many of. */
    @BeforeEach
    void marketplace() {
        marketplace.describe("supplier-1", new SupplierProfile("=Nuts, \"Bolts\"", null, null, false, List.of(), null));
        for (var i = 0; i < SETTLED; i++) {
            marketplace.inquiry("i" + i, new BuyerId("buyer-of-" + i), SUPPLIER, "Hardware/Pumps", "=1+1\nplease");
        }
        marketplace.reply(new InquiryId("i0"));
        marketplace.passTo(CLOSE);
        dispute("d", "i5");
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "=It shows.", auditor()));
        dispute("e", "i6");
        buyers.put(new BuyerId("buyer-of-3"), "Rotterdam Imports");
        for (var i = 0; i < 30; i++) {
            marketplace.inquiry("w" + i, i == 0 ? BUYER : new BuyerId("waits-" + i), SUPPLIER, "Tools", "Soon, please");
        }
    }

    private void dispute(String id, String inquiry) {
        var received = inquiries.find(new InquiryId(inquiry)).orElseThrow().receivedAt();
        var claim = new Claim(InquiryFactKind.REPLIED, received, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(
                new DisputeId(id), new InquiryId(inquiry), claim, "A \"log\",\nline 7", "li.wei"));
    }

    private static Caller reader(String path) {
        return path.startsWith("/suppliers/")
                ? supplier("supplier-1")
                : path.startsWith("/buyers/")
                        ? buyer("buyer-1")
                        : path.startsWith("/audit/") ? auditor() : operations();
    }

    private MockHttpServletResponse answer(String path, Caller caller, String language) throws Exception {
        return mvc.perform(get(URI.create(path)).with(as(caller)).header("Accept-Language", language))
                .andReturn()
                .getResponse();
    }

    /** The files that a page links to, in their order. */
    private List<String> links(String path, String language) throws Exception {
        var response = answer(path, reader(path), language);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return LINK.matcher(response.getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .map(link -> link.startsWith("?") ? URI.create(path).getPath() + link : link)
                .toList();
    }

    private List<CsvRecord> file(String address, String language) throws Exception {
        var response = answer(address, reader(address), language);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).matches("attachment; filename=\"[a-z-]+\\.csv\"");
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").doesNotContain("??");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
    }

    /** The rows, in English, without the header. */
    private List<CsvRecord> rows(String address) throws Exception {
        return file(address, "en").stream().skip(1).toList();
    }

    @TestFactory
    @DisplayName(
            "stand beside each list, with all its rows and not only those of the page, headed in the reader's language")
    Stream<DynamicTest> wholeLists() {
        return WHOLE.stream()
                .map(whole -> DynamicTest.dynamicTest(
                        "%s: list %d has %d rows".formatted(whole.page(), whole.list(), whole.rows()),
                        () -> assertWhole(whole.page(), whole.list(), whole.rows())));
    }

    private void assertWhole(String page, int list, int rows) throws Exception {
        var english = file(
                links(page + (page.contains("?") ? "&page=0" : "?page=0"), "en").get(list), "en");
        assertThat(english).hasSize(rows + 1);
        var chinese = file(links(page, "zh").get(list), "zh");
        assertThat(chinese).hasSameSizeAs(english);
        assertThat(chinese.get(0).getFields())
                .hasSameSizeAs(english.get(0).getFields())
                .allMatch(head -> Pattern.compile("\\p{IsHan}").matcher(head).find(), "in Chinese");
        assertThat(english.get(0).getFields()).allMatch(head -> head.matches("[A-Z8][\\w ,()%/\u00a0]+"), "in English");
    }

    @Test
    @DisplayName("stand beside what has failed and what is suspended, on the overview too")
    void stopped() throws Exception {
        runtime.suspendProcessInstanceById(instance("w1"));
        var timer = management
                .createJobQuery()
                .processInstanceId(instance("w2"))
                .list()
                .get(0);
        management.setJobRetries(timer.getId(), 0);
        for (var page : new String[] {"/operations", "/operations/incidents"}) {
            var files = links(page, "en");
            assertThat(files).hasSize(2);
            assertThat(rows(files.get(0))).hasSize(1).allMatch(row -> row.getField(2)
                    .equals("w2"));
            assertThat(rows(files.get(1))).hasSize(1).allMatch(row -> row.getField(4)
                    .equals("w1"));
        }
    }

    private String instance(String inquiry) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(inquiry)
                .list()
                .get(0)
                .getId();
    }

    @Test
    @DisplayName("have the filter of the page")
    void filters() throws Exception {
        assertThat(rows(links("/audit/inquiries?buyer=buyer-1", "en").get(0)))
                .extracting(row -> row.getField(0))
                .containsExactly("w0");
        assertThat(rows(links("/suppliers/supplier-1/inbox?state=PENDING&words=waits-7&page=0", "en")
                        .get(0)))
                .extracting(row -> row.getField(0))
                .containsExactly("w7");
        assertThat(rows(links("/suppliers/supplier-1/rate?state=TIMELY", "en").get(1)))
                .extracting(row -> row.getField(0))
                .containsExactlyInAnyOrder("i0", "i5");
        assertThat(rows(links("/audit/restatements?supplier=other", "en").get(0)))
                .isEmpty();
        assertThat(rows(links("/buyers/buyer-1/inquiries?became=WITHDRAWN", "en")
                        .get(0)))
                .isEmpty();
        assertThat(rows(links("/audit/numbers?supplier=supplier-1&on=2026-03-07&knownAt=2026-03-07T00:00", "en")
                        .get(0)))
                .filteredOn(row -> row.getField(0).equals("i5"))
                .allMatch(row -> row.getField(2).equals("Missed (no reply)")
                        && row.getField(4).equals("Met (in time)"));
    }

    @Test
    @DisplayName("name buyers and suppliers beside their ids, by the id where there is no name")
    void names() throws Exception {
        assertThat(rows("/audit/inquiries?as=csv&buyer=buyer-of-3"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.getFields()).contains("Rotterdam Imports", "buyer-of-3", "'=Nuts, \"Bolts\""));
        assertThat(rows("/audit/inquiries?as=csv&buyer=waits-7"))
                .singleElement()
                .satisfies(row -> assertThat(row.getFields()).containsSequence("waits-7", "waits-7"));
        for (var file : List.of("/operations/inquiries?as=csv", "/operations/ended?as=csv")) {
            assertThat(rows(file)).allMatch(row -> row.getFields().contains("'=Nuts, \"Bolts\""));
        }
        assertThat(rows("/operations/inquiries?as=csv"))
                .anyMatch(row -> row.getFields().containsAll(List.of("buyer-of-3", "Rotterdam Imports")));
    }

    @Test
    @DisplayName("hold accounts, keys, holidays and what is suspended, and neither secret nor password")
    void settings() throws Exception {
        make.put(new MakeAccounts.Wanted("li.wei", Role.SUPPLIER, "supplier-1", "correct horse battery"), operations());
        make.put(new MakeAccounts.Wanted("anna", Role.BUYER, "buyer-of-3", "correct horse battery"), operations());
        change.close("anna", operations());
        var made = keys.make("backend", Set.of(Scope.READ, Scope.SUBMIT), operations());
        calendar.set(
                EnumSet.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                new TreeMap<>(Map.of(LocalDate.of(2026, 10, 1), "=National Day")));
        suspend.suspend(SUPPLIER, Reason.of("Fraud."));

        var accounts = rows(links("/settings/accounts", "en").get(0));
        assertThat(accounts)
                .filteredOn(row -> row.getField(0).equals("li.wei"))
                .singleElement()
                .satisfies(row -> assertThat(row.getFields())
                        .containsSequence("li.wei", "Supplier", "supplier-1", "'=Nuts, \"Bolts\"")
                        .contains("active"));
        assertThat(accounts)
                .filteredOn(row -> row.getField(0).equals("anna"))
                .singleElement()
                .satisfies(row -> assertThat(row.getFields()).contains("Rotterdam Imports", "closed"));
        var key = links("/settings/keys", "en").get(0);
        assertThat(rows(key)).singleElement().satisfies(row -> assertThat(row.getFields())
                .contains("backend", made.key().id(), "active")
                .noneMatch(cell -> cell.contains(made.secret().substring(16)))
                .noneMatch(cell -> cell.contains(made.key().secretHash())));
        assertThat(rows(links("/settings/calendar", "en").get(0)))
                .singleElement()
                .satisfies(row -> assertThat(row.getFields()).containsExactly("2026-10-01", "'=National Day"));
        assertThat(rows(links("/settings/suppliers", "en").get(1)))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.getFields()).containsExactly("supplier-1", "'=Nuts, \"Bolts\"", "suspended"));
        assertThat(rows("/settings/suppliers?as=csv&q=nobody")).isEmpty();
        for (var page : List.of("/settings/accounts", "/settings/keys", "/settings/calendar")) {
            assertThat(file(links(page, "zh").get(0), "zh").get(0).getFields())
                    .allMatch(
                            head -> Pattern.compile("\\p{IsHan}").matcher(head).find(), "in Chinese");
        }
    }

    @Test
    @DisplayName("hold what people wrote as they wrote it, and no formula")
    void written() throws Exception {
        var inbox = rows("/suppliers/supplier-1/inbox?as=csv");
        assertThat(inbox)
                .filteredOn(row -> row.getField(0).equals("i3"))
                .singleElement()
                .satisfies(row -> assertThat(row.getFields())
                        .containsExactly(
                                "i3",
                                "",
                                "Rotterdam Imports",
                                "buyer-of-3",
                                "Hardware/Pumps",
                                "2026-03-02T10:00:00+08:00",
                                "2026-03-05T10:00:00+08:00",
                                "Missed (no reply)",
                                "'=1+1\nplease"));
        assertThat(rows("/audit/restatements?as=csv").get(0).getFields())
                .contains("'=Nuts, \"Bolts\"", "'=It shows.", "A \"log\",\nline 7", "1", "2", "52");
    }
}
