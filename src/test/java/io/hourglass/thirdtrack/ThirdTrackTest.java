package io.hourglass.thirdtrack;

import static io.hourglass.thirdtrack.CallBackId.CALL_BACKS;
import static io.hourglass.thirdtrack.CallBacks.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.audit.Ledger;
import io.hourglass.audit.Proofs;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.Recount;
import io.hourglass.rate.Restatement;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@HourglassTest
@Import(CallBacks.class)
@DisplayName("A track that registers itself, and of which nothing below it knows,")
class ThirdTrackTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final TrackDay DAY = new TrackDay(CALL_BACKS, MONDAY);

    @Autowired
    private CallBacks callBacks;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private BookDays days;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private NumberDrillDown drillDown;

    @Autowired
    private ProvisionalFigures figures;

    @Autowired
    private Recount recount;

    @Autowired
    private Restatement restatement;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CheckLedger check;

    @Autowired
    private Proofs proofs;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void monday() {
        callBacks.clear();
        callBacks.ask("kept", "shop/a", at(MONDAY, 10, 0));
        callBacks.ask("missed", "shop/a", at(MONDAY, 10, 0));
        callBacks.ask("after midnight", "shop/b", at(MONDAY, 10, 0));
        callBacks.ask("known late", "shop/b", at(MONDAY, 10, 0));
        marketplace.passTo(at(MONDAY, 11, 0));
        callBacks.call("kept", at(MONDAY, 11, 0));
    }

    @Test
    @DisplayName("opens its day, which closes when its own calendar says, and books what is decided")
    void opens() {
        assertThat(days.find(DAY).orElseThrow().closesAt()).isEqualTo(at(MONDAY.plusDays(1), 6, 0));
        assertThat(entries.historyOf(new CallBackId("kept")))
                .extracting(VerdictEntry::state, VerdictEntry::seq)
                .containsExactly(tuple(CallBackState.KEPT, 1));
        assertThat(entries.historyOf(new CallBackId("missed"))).isEmpty();
        var figure = figures.of(subject("shop/a"));
        assertThat(figure.timely()).isEqualTo(1);
        assertThat(figure.undecided()).isEqualTo(1);
    }

    @Test
    @DisplayName("is settled, counted, published and sealed at its close, for each desk and for the shop as their sum")
    void closes() throws IOException {
        settleMonday();

        assertThat(days.find(DAY).orElseThrow().publishedOn()).isEqualTo(MONDAY.plusDays(1));
        assertThat(numbers.on(CALL_BACKS, MONDAY.plusDays(1)))
                .extracting(number -> number.subject().id(), PublishedNumber::timely, PublishedNumber::countable)
                .containsExactly(tuple("shop", 2, 4), tuple("shop/a", 1, 2), tuple("shop/b", 1, 2));
        assertThat(entries.latestOn(DAY).values())
                .extracting(entry -> entry.id().value(), VerdictEntry::state)
                .containsExactlyInAnyOrder(
                        tuple("kept", CallBackState.KEPT),
                        tuple("missed", CallBackState.MISSED),
                        tuple("after midnight", CallBackState.MISSED),
                        tuple("known late", CallBackState.KEPT));
        assertThat(ledger.find(DAY)).isPresent();
        assertThat(check.check(CALL_BACKS, null, null).findings()).isEmpty();
        assertThat(proofs.of(new CallBackId("missed")).seals()).hasSize(1);
    }

    @Test
    @DisplayName("shows the cases behind a number, and counts it again to the same")
    void behind() {
        settleMonday();
        var on = MONDAY.plusDays(1);

        assertThat(drillDown
                        .behind(subject("shop"), on, null, null, new PageQuery(0, 10))
                        .entries()
                        .items())
                .extracting(entry -> entry.id().value())
                .containsExactly("after midnight", "kept", "known late", "missed");
        assertThat(drillDown
                        .behind(subject("shop/a"), on, null, CallBackState.MISSED, new PageQuery(0, 10))
                        .entries()
                        .total())
                .isEqualTo(1);
        for (var id : new String[] {"shop", "shop/a", "shop/b"}) {
            assertThat(recount.of(subject(id), on, null).equal()).as(id).isTrue();
        }
    }

    @Test
    @DisplayName("is restated by a further revision, of the desk and of the shop")
    void restated() throws IOException {
        settleMonday();
        callBacks.call("missed", at(MONDAY, 23, 0));
        callBacks.admit("missed");
        var cause = new Cause(Cause.Kind.RESTATEMENT, "dispute-1");
        transactions.executeWithoutResult(
                status -> restatement.restate(new CallBackId("missed"), subject("shop/a"), cause));

        assertThat(numbers.on(CALL_BACKS, MONDAY.plusDays(1)))
                .extracting(number -> number.subject().id(), PublishedNumber::revision, PublishedNumber::timely)
                .containsExactly(tuple("shop", 2, 3), tuple("shop/a", 2, 2), tuple("shop/b", 1, 1));
        marketplace.passTo(at(MONDAY.plusDays(2), 6, 0));
        assertThat(check.check(CALL_BACKS, null, null).findings()).isEmpty();
    }

    @Test
    @DisplayName("is traced by its facts, its entries, and where it is published and sealed")
    void traced() throws Exception {
        settleMonday();
        mvc.perform(trace("CALL_BACK", "known late"))
                .andExpect(jsonPath("$.facts[*].kind").value(contains("ASKED", "CALLED")))
                .andExpect(jsonPath("$.entries[-1:].rule").value("CALLED_THAT_DAY"))
                .andExpect(jsonPath("$.publishedFrom").value("2026-03-03"))
                .andExpect(
                        jsonPath("$.root").value(ledger.find(DAY).orElseThrow().root()));
        mvc.perform(trace("CALL_BACK", "unknown")).andExpect(status().isNotFound());
        mvc.perform(trace("NO_SUCH_TRACK", "kept"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no SLA process “NO_SUCH_TRACK”."));
        mvc.perform(get("/api/ledger/seals?track=NO_SUCH_TRACK").with(As.as(As.auditor())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/book-days?track=CALL_BACK").with(As.as(As.auditor())))
                .andExpect(jsonPath("$[?(@.day == '2026-03-02')].publishedOn").value("2026-03-03"));
    }

    @Test
    @DisplayName("is shown to operations when a close of its is due and not done")
    void overdue() throws Exception {
        clock.set(at(MONDAY.plusDays(1), 6, 1));
        mvc.perform(get("/api/operations/overview").with(As.as(As.operations())))
                .andExpect(jsonPath("$.closes.due[0].day.track").value("CALL_BACK"))
                .andExpect(jsonPath("$.closes.due[0].day.day").value("2026-03-02"));
    }

    private static MockHttpServletRequestBuilder trace(String track, String id) {
        return get("/api/tracks/{track}/cases/{case}/trace", track, id).with(As.as(As.auditor()));
    }

    @Test
    @DisplayName("and inquiries have days, numbers and seals apart, though one id names a case of each")
    void apart() throws IOException {
        marketplace.inquiry("kept");
        settleMonday();
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().settled())
                .isFalse();
        assertThat(entries.historyOf(new InquiryId("kept"))).isEmpty();
        marketplace.passTo(at(MONDAY.plusDays(5), 0, 0));

        assertThat(days.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().settled())
                .isTrue();
        assertThat(numbers.on(Track.INQUIRY, MONDAY.plusDays(5))).hasSize(1);
        assertThat(ledger.between(CALL_BACKS, MONDAY, MONDAY.plusDays(9))).hasSize(4);
        assertThat(ledger.between(Track.INQUIRY, MONDAY, MONDAY.plusDays(9))).hasSize(1);
        assertThat(check.check(CALL_BACKS, null, null).findings()).isEmpty();
        assertThat(check.check(Track.INQUIRY, null, null).findings()).isEmpty();
    }

    /** A call after midnight is none of the day; one of the day that is learned of until the close is. */
    private void settleMonday() {
        marketplace.passTo(at(MONDAY.plusDays(1), 5, 59));
        assertThat(callBacks.call("after midnight", at(MONDAY.plusDays(1), 0, 0)))
                .isEqualTo(CallBackState.MISSED);
        assertThat(callBacks.call("known late", at(MONDAY, 23, 59))).isEqualTo(CallBackState.KEPT);
        marketplace.passTo(at(MONDAY.plusDays(1), 6, 0));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(CallBacks.ZONE).toInstant();
    }
}
