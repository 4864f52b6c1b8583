package io.hourglass.rate.web;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("A published number as it was known at an instant")
class KnownNumbersTest {

    private static final String NUMBER = "/api/suppliers/supplier-1/published-number";
    private static final String ON = "?on=2026-03-07&knownAt=";
    private static final Instant FIRST = Instant.parse("2026-03-06T16:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-20T08:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private JdbcClient jdbc;

    /** On 2 March one is answered in time and one is not; a fortnight later the latter is restated as timely. */
    @BeforeEach
    void restated() {
        marketplace.reply(marketplace.inquiry("answered", new BuyerId("b1"), SUPPLIER, START, null));
        var unanswered = marketplace.inquiry("unanswered", new BuyerId("b2"), SUPPLIER, START, null);
        marketplace.reject(
                marketplace.inquiry("other", new BuyerId("b1"), new SupplierId("supplier-2"), START, null), START);
        marketplace.passTo(SECOND);
        restate(unanswered);
        jdbc.sql(
                        """
                        insert into hourglass.published_number (track, subject, published_on, revision, window_from, window_to,
                            timely, countable, published_at)
                        select track, subject, published_on, 2, window_from, window_to, timely + 1, countable,
                            cast(? as timestamp(3) with time zone)
                        from hourglass.published_number where subject = 'supplier-1' and published_on = '2026-03-07'""")
                .param(UtcColumn.of(SECOND))
                .update();
    }

    private void restate(InquiryId inquiry) {
        var last = entries.historyOf(inquiry).get(0);
        entries.add(new VerdictEntry(
                JudgedCase.builder()
                        .id(inquiry)
                        .subject(last.subject())
                        .day(last.day())
                        .rule(InquiryRule.ANSWERED_BY_DEADLINE)
                        .anchor(inquiry)
                        .policyVersion(1)
                        .build(),
                last.seq() + 1,
                last.cause(),
                SECOND));
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path));
    }

    @Test
    @DisplayName("is the first revision up to the second's publication, and the second from that very instant on")
    void revision() throws Exception {
        for (var instant : new Instant[] {FIRST, SECOND.minusMillis(1)}) {
            read(NUMBER + ON + instant)
                    .andExpect(jsonPath("$.revision").value(1))
                    .andExpect(jsonPath("$.timely").value(1))
                    .andExpect(jsonPath("$.rate").value(0.5));
        }
        for (var path : new String[] {NUMBER + ON + SECOND, NUMBER + "?on=2026-03-07"}) {
            read(path)
                    .andExpect(jsonPath("$.revision").value(2))
                    .andExpect(jsonPath("$.timely").value(2))
                    .andExpect(jsonPath("$.rate").value(1.0));
        }
    }

    @Test
    @DisplayName("has under it exactly the inquiries of its revision, with the verdicts as they stood then")
    void under() throws Exception {
        read(NUMBER + "/inquiries" + ON + FIRST)
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[?(@.timely == true)].inquiry").value(contains("answered")))
                .andExpect(jsonPath("$.items[?(@.counted == true)].verdict").value(contains("TIMELY", "UNANSWERED")));
        for (var path : new String[] {NUMBER + "/inquiries" + ON + SECOND, NUMBER + "/inquiries?on=2026-03-07"}) {
            read(path)
                    .andExpect(jsonPath("$.revision").value(2))
                    .andExpect(jsonPath("$.total").value(2))
                    .andExpect(
                            jsonPath("$.items[?(@.timely == true)].inquiry").value(contains("answered", "unanswered")));
        }
    }

    @Test
    @DisplayName("is 404 before it was out, and so are the inquiries under it")
    void notOut() throws Exception {
        for (var path : new String[] {NUMBER, NUMBER + "/inquiries", "/api/suppliers/supplier-2/published-number"}) {
            read(path + ON + FIRST.minusMillis(1))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail", containsString("as known at 2026-03-06T15:59:59.999Z")));
        }
    }

    @Test
    @DisplayName("says NO_DATA of a supplier that had nothing countable once the date's numbers were out")
    void noData() throws Exception {
        read("/api/suppliers/supplier-2/published-number" + ON + FIRST)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("NO_DATA"));
    }

    @Test
    @DisplayName("is listed with all its revisions, by date; the first stays readable for ever")
    void listed() throws Exception {
        read("/api/suppliers/supplier-1/published-numbers?from=2026-03-07&to=2026-03-08")
                .andExpect(jsonPath("$[*].on").value(contains("2026-03-07", "2026-03-07", "2026-03-08")))
                .andExpect(jsonPath("$[*].revision").value(contains(1, 2, 1)))
                .andExpect(jsonPath("$[*].timely").value(contains(1, 2, 1)));
        read("/api/suppliers/supplier-1/published-numbers")
                .andExpect(jsonPath("$.length()").value(15));
        read("/api/suppliers/supplier-1/published-numbers?from=2026-03-08&to=2026-03-07")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"));
        read("/api/suppliers/nobody/published-numbers").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("asks for an instant that is one")
    void badInstant() throws Exception {
        read(NUMBER + ON + "yesterday")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("knownAt"));
    }
}
