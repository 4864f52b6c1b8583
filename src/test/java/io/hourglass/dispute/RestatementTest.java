package io.hourglass.dispute;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.OutsidersScript;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.counts.DayBuckets;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.standing.Crossing;
import io.hourglass.rate.standing.StandingEvent;
import io.hourglass.rate.standing.StandingEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("When a dispute is accepted after the close")
class RestatementTest {

    private static final String NUMBER = "/api/suppliers/supplier-1/published-number";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 7);

    /** The start of 7 March in Shanghai, when the books of 2 March close. */
    private static final Instant CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private DecisionEffect effects;

    @Autowired
    private RestatedNumbers restated;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private DayBuckets buckets;

    @Autowired
    private NumberDrillDown drillDown;

    @Autowired
    private StandingEvents events;

    @Autowired
    private Facts facts;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private MockMvc http;

    private InquiryId unanswered;

    /** On 2 March three are answered and one is not, on 3 March one is answered: 3 of 4, then 4 of 5. */
    @BeforeEach
    void threeOfFour() {
        Stream.of("a", "b", "c").forEach(id -> marketplace.reply(inquiry(id)));
        unanswered = inquiry("unanswered");
        marketplace.pass(Duration.ofDays(1));
        marketplace.reply(inquiry("next-day"));
    }

    private InquiryId inquiry(String id) {
        return marketplace.inquiry(id, new BuyerId("buyer-" + id), SUPPLIER, marketplace.now(), null);
    }

    private Dispute accept() {
        return accept("d", new Claim(InquiryFactKind.REPLIED, START.plus(Duration.ofHours(2)), AuthorKind.HUMAN, null));
    }

    private Dispute accept(String id, Claim claim) {
        raise.raise(new RaiseDispute.Raised(new DisputeId(id), unanswered, claim, "A log.", "li.wei"));
        return decide.decide(new DecideDispute.Decided(new DisputeId(id), true, "It shows.", auditor()));
    }

    private List<PublishedNumber> revisions() {
        return numbers.revisionsOf(SUPPLIER.subject(), FIRST, FIRST.plusDays(60));
    }

    @Test
    @DisplayName("each of the thirty numbers whose window holds the day gets a second revision, the thirty-first none")
    void thirty() {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(30)));
        var before = revisions();
        assertThat(before).hasSize(31).allMatch(number -> number.revision() == 1);
        accept();

        assertThat(revisions()).containsAll(before);
        var second =
                revisions().stream().filter(number -> number.revision() == 2).toList();
        assertThat(second)
                .extracting(PublishedNumber::publishedOn)
                .containsExactlyElementsOf(FIRST.datesUntil(FIRST.plusDays(30)).toList());
        assertThat(second.get(0))
                .satisfies(number -> assertThat(number.timely()).isEqualTo(4));
        assertThat(second.get(0).countable()).isEqualTo(4);
        assertThat(second.subList(1, 30)).allMatch(number -> number.timely() == 5 && number.countable() == 5);
    }

    @Test
    @DisplayName("what it changes is told before, as it comes to be, and nothing is changed by asking")
    void effect() throws Exception {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        var claim = new Claim(InquiryFactKind.REPLIED, START.plus(Duration.ofHours(2)), AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId("d"), unanswered, claim, "A log.", "li.wei"));
        var before = revisions();
        var facts = facts().size();

        var effect = effects.ofAccepting(new DisputeId("d"), auditor());
        assertThat(effects.ofAccepting(new DisputeId("d"), auditor()).digest()).isEqualTo(effect.digest());
        http.perform(get("/api/disputes/d/effect").with(as(auditor())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.before").value("UNANSWERED"))
                .andExpect(jsonPath("$.after").value("TIMELY"))
                .andExpect(jsonPath("$.state").value("RESTATED"))
                .andExpect(jsonPath("$.numbers[*].timelyBefore").value(contains(3, 4)))
                .andExpect(jsonPath("$.numbers[*].timely").value(contains(4, 5)))
                .andExpect(jsonPath("$.numbers[0].crossed").value("GAINED"));
        http.perform(get("/api/disputes/d/effect").with(as(operations())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reason").value("FOR_AUDITORS"));
        http.perform(get("/api/disputes/none/effect").with(as(auditor()))).andExpect(status().isNotFound());
        assertThat(revisions()).isEqualTo(before);
        assertThat(facts()).hasSize(facts);
        assertThat(restated.of(new DisputeId("d"))).isEmpty();

        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", auditor()));
        assertThat(restated.of(new DisputeId("d")))
                .usingRecursiveComparison()
                .ignoringFields("at")
                .isEqualTo(effect.numbers());
    }

    private List<Fact> facts() {
        return facts.of(List.of(unanswered)).getOrDefault(unanswered, List.of());
    }

    @Test
    @DisplayName("it is not said to have restated anything where every verdict stays as it was")
    void withoutEffect() {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        var before = revisions();
        var claim = new Claim(InquiryFactKind.REPLIED, START.plus(Duration.ofHours(2)), AuthorKind.AUTO_REPLY, null);
        assertThat(accept("d", claim).state()).isEqualTo(DisputeState.WITHOUT_EFFECT);
        assertThat(revisions()).isEqualTo(before);
        var again = new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", auditor());
        assertThat(decide.decide(again).state()).isEqualTo(DisputeState.WITHOUT_EFFECT);
    }

    @Test
    @DisplayName("it is told of each number what it was, and whether it crossed the gate")
    void crossing() throws Exception {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        accept();

        assertThat(restated.of(new DisputeId("d")))
                .extracting(RestatedNumber::crossed)
                .containsExactly(Crossing.GAINED, null);
        http.perform(get("/api/restatements?supplier=supplier-1&from=2026-03-07&to=2026-03-08"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].number.timelyBefore").value(contains(3, 4)))
                .andExpect(jsonPath("$[*].number.timely").value(contains(4, 5)))
                .andExpect(jsonPath("$[0].number.crossed").value("GAINED"))
                .andExpect(jsonPath("$[0].number.rateBefore").value(0.75))
                .andExpect(jsonPath("$[0].decidedBy").value("ada"))
                .andExpect(jsonPath("$[0].reason").value("It shows."))
                .andExpect(jsonPath("$[0].evidence").value("A log."));
    }

    @Test
    @DisplayName("a supplier can lose what it had: the gate shuts on the dates whose number falls below it")
    void lost() throws Exception {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        var reply = facts.of(List.of(new InquiryId("a"))).getOrDefault(new InquiryId("a"), List.of()).stream()
                .filter(fact -> fact.is(InquiryFactKind.REPLIED))
                .findFirst()
                .orElseThrow();
        unanswered = new InquiryId("a");
        accept("d", new Claim(InquiryFactKind.RETRACTED, null, null, reply.id()));

        assertThat(restated.of(new DisputeId("d")))
                .extracting(number -> List.of(number.timelyBefore(), number.timely(), number.countable()))
                .containsExactly(List.of(3, 2, 4), List.of(4, 3, 5));
        assertThat(restated.of(new DisputeId("d")))
                .extracting(RestatedNumber::crossed)
                .containsExactly(null, Crossing.LOST);
        assertThat(events.after(0, 100))
                .extracting(numbered -> numbered.event().kind())
                .containsExactly(StandingEvent.Kind.RFQ_OPENED, StandingEvent.Kind.RFQ_CLOSED);
    }

    @Test
    @DisplayName("the standing follows at once where the latest number crosses, and the feed says so once")
    void standing() throws Exception {
        marketplace.passTo(CLOSE);
        accept();
        http.perform(get("/api/suppliers/supplier-1/standing"))
                .andExpect(jsonPath("$.timely").value(4))
                .andExpect(jsonPath("$.countable").value(4));
        marketplace.pass(Duration.ofDays(1));
        assertThat(events.after(0, 100))
                .extracting(numbered -> numbered.event().kind())
                .containsOnlyOnce(StandingEvent.Kind.RFQ_OPENED)
                .doesNotContain(StandingEvent.Kind.RFQ_CLOSED);
    }

    @Test
    @DisplayName("the numbers of dates to come count the restated day from their first revision on")
    void toCome() {
        marketplace.passTo(CLOSE);
        accept();
        marketplace.pass(Duration.ofDays(1));
        assertThat(numbers.find(SUPPLIER.subject(), FIRST.plusDays(1))).hasValueSatisfying(number -> assertThat(
                        List.of(number.revision(), number.timely(), number.countable()))
                .containsExactly(1, 5, 5));
    }

    @Test
    @DisplayName("the first publication is still read, and under each revision the inquiries add up to it")
    void addsUp() throws Exception {
        marketplace.passTo(CLOSE);
        accept();
        for (var knownAt : new String[] {"&knownAt=" + CLOSE, ""}) {
            var first = !knownAt.isEmpty();
            http.perform(get(NUMBER + "?on=2026-03-07" + knownAt))
                    .andExpect(jsonPath("$.revision").value(first ? 1 : 2))
                    .andExpect(jsonPath("$.timely").value(first ? 3 : 4));
            var instant = first ? CLOSE : null;
            assertThat(drillDown
                            .behind(SUPPLIER.subject(), FIRST, instant, null, new PageQuery(0, 50))
                            .entries()
                            .items())
                    .extracting(VerdictEntry::state)
                    .hasSize(4)
                    .satisfies(states -> assertThat(Collections.frequency(states, InquiryState.TIMELY))
                            .isEqualTo(first ? 3 : 4));
            http.perform(get(NUMBER + "/recount?on=2026-03-07" + knownAt))
                    .andExpect(jsonPath("$.revision").value(first ? 1 : 2))
                    .andExpect(jsonPath("$.recountedTimely").value(first ? 3 : 4))
                    .andExpect(jsonPath("$.equal").value(true));
        }
    }

    @Test
    @DisplayName("the seal's root is told with the first revision alone, which it holds")
    void root() throws Exception {
        marketplace.passTo(CLOSE);
        accept();
        http.perform(get("/api/suppliers/supplier-1/published-numbers?from=2026-03-07&to=2026-03-07"))
                .andExpect(jsonPath("$[*].revision").value(contains(1, 2)))
                .andExpect(jsonPath("$[0].ledgerRoot")
                        .value(seals.find(TrackDay.ofInquiries(FIRST.minusDays(5)))
                                .orElseThrow()
                                .root()))
                .andExpect(jsonPath("$[1].ledgerRoot").doesNotExist());
    }

    @Test
    @DisplayName("a verdict may be contested again: each decision is a further revision")
    void again() {
        marketplace.passTo(CLOSE);
        accept();
        accept("e", new Claim(InquiryFactKind.SPAM_REPORTED, START.plus(Duration.ofHours(1)), null, null));
        assertThat(revisions()).extracting(PublishedNumber::revision).containsExactly(1, 2, 3);
        assertThat(revisions()).extracting(PublishedNumber::countable).containsExactly(4, 4, 3);
        assertThat(restated.of(new DisputeId("e")))
                .extracting(RestatedNumber::crossed)
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("what changes no verdict restates nothing")
    void nothing() {
        marketplace.passTo(CLOSE);
        accept("d", new Claim(InquiryFactKind.REPLIED, START, AuthorKind.AUTO_REPLY, null));
        assertThat(revisions()).hasSize(1);
        assertThat(restated.of(new DisputeId("d"))).isEmpty();
    }

    @Test
    @DisplayName("a duplicate of a rejected anchor takes its place, in the books as for the judge")
    void duplicate() {
        var buyer = new BuyerId("twice");
        var anchor = marketplace.inquiry("anchor", buyer, SUPPLIER, marketplace.now(), null);
        var second = marketplace.inquiry("second", buyer, SUPPLIER, marketplace.now(), null);
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        assertThat(numbers.find(SUPPLIER.subject(), FIRST.plusDays(1)))
                .hasValueSatisfying(number -> assertThat(number.countable()).isEqualTo(6));

        unanswered = anchor;
        accept("d", new Claim(InquiryFactKind.REJECTED, START.plus(Duration.ofDays(1)), null, null));
        assertThat(entries.historyOf(anchor)).last().satisfies(entry -> assertThat(entry.state())
                .isEqualTo(InquiryState.REJECTED));
        assertThat(entries.historyOf(second)).last().satisfies(entry -> assertThat(entry.state())
                .isEqualTo(InquiryState.UNANSWERED));
        assertThat(revisions()).allMatch(number -> number.revision() == 1);
        assertThat(buckets.of(SUPPLIER.subject(), FIRST.minusDays(4), FIRST.minusDays(4)))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.counts().byState())
                        .containsEntry(InquiryState.REJECTED, 1)
                        .doesNotContainKey(InquiryState.DUPLICATE)
                        .containsEntry(InquiryState.UNANSWERED, 1));
    }

    @Test
    @DisplayName("a supplier without a number gets a second revision: the first publication said that there was none")
    void noNumberBefore() throws Exception {
        var other = new SupplierId("other");
        unanswered = marketplace.inquiry("only", new BuyerId("b"), other, marketplace.now(), null);
        var report =
                marketplace.reportSpam(unanswered, marketplace.now()).fact().fact();
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)).plusMillis(1));
        accept("d", new Claim(InquiryFactKind.RETRACTED, null, null, report.id()));

        assertThat(numbers.revisionsOf(other.subject(), FIRST, FIRST.plusDays(9)))
                .singleElement()
                .satisfies(number -> assertThat(List.of(number.revision(), number.timely(), number.countable()))
                        .containsExactly(2, 0, 1));
        var atFirst = CLOSE.plus(Duration.ofDays(1)).toString();
        http.perform(get("/api/suppliers/other/published-number?on=2026-03-08&knownAt=" + atFirst))
                .andExpect(jsonPath("$.status").value("NO_DATA"));
    }

    @Test
    @DisplayName("the seals stand, the restatement is in the next one, and the file recounts")
    void ledger() throws IOException {
        marketplace.passTo(CLOSE);
        var sealed = exported();
        accept();
        assertThat(exported()).isEqualTo(sealed);
        marketplace.pass(Duration.ofDays(1));
        var file = dir.resolve("ledger.ndjson");
        Files.writeString(file, exported());
        assertThat(exported())
                .startsWith(sealed)
                .contains("\"cause\":\"RESTATEMENT\"")
                .contains("\"revision\":2")
                .contains("accept a dispute");
        assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
        var json = dir.resolve("recounted.json");
        assertThat(RecountCommand.run(file.toString(), "--json", json.toString()))
                .isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()))
                .extracting(number -> number.path("publishedOn").asText() + " "
                        + number.path("revision").asInt() + " "
                        + number.path("outcome").asText())
                .containsExactly("2026-03-07 1 equal", "2026-03-07 2 equal", "2026-03-08 1 equal");
    }

    @Test
    @DisplayName("the file does not recount if a restated verdict or number is another")
    void notEqual() throws IOException {
        marketplace.passTo(CLOSE);
        accept();
        marketplace.pass(Duration.ofDays(1));
        for (var forged : List.of(
                exported()
                        .replaceFirst(
                                "(\"rule\":)\"[A-Z_]*\"([^\n]*\"cause\":\"RESTATEMENT\")", "$1\"NO_COUNTING_REPLY\"$2"),
                exported().replaceFirst("(\"revision\":2[^\n]*\"timely\":)4", "$13"))) {
            assertThat(forged).isNotEqualTo(exported());
            var file = Files.writeString(dir.resolve("forged.ndjson"), forged);
            assertThat(RecountCommand.run(file.toString())).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("the script that was written from the page about the ledger alone recounts the file too")
    void script() throws IOException {
        marketplace.passTo(CLOSE);
        accept();
        marketplace.pass(Duration.ofDays(1));
        var file = Files.writeString(dir.resolve("ledger.ndjson"), exported());
        var answer = OutsidersScript.run(file);
        assertThat(answer.exit()).as(answer.said()).isZero();
        assertThat(answer.said()).contains("3 numbers equal, 0 not, 0 not checkable");
    }

    private String exported() {
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, FIRST.minusDays(5), FIRST.plusDays(60)).forEach(seal -> export.write(seal, out));
        return out.toString(StandardCharsets.UTF_8);
    }
}
