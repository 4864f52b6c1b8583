package io.hourglass.inquiry.web;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
class SupplierNumbersApiTest {

    private static final String NUMBER = "/api/suppliers/supplier-1/published-number";
    private static final String FIGURE = "/api/suppliers/supplier-1/provisional-figure";
    private static final Instant DAY_CLOSES = Instant.parse("2026-03-06T16:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SupplierNumbersApi api;

    @Autowired
    private CountedStatements counted;

    /** On 2 March: two answered, one not, a duplicate and a rejected one; of another supplier one rejected. */
    @BeforeEach
    void aDay() {
        marketplace.reply(from("b1", "timely-1"));
        marketplace.reply(from("b2", "timely-2"));
        from("b3", "unanswered");
        from("b1", "twice");
        marketplace.reject(from("b4", "unwanted"), START);
        marketplace.reject(
                marketplace.inquiry("other", new BuyerId("b1"), new SupplierId("supplier-2"), START, null), START);
    }

    private InquiryId from(String buyer, String id) {
        return marketplace.inquiry(id, new BuyerId(buyer), SUPPLIER, START, null);
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path));
    }

    @Test
    @DisplayName("before its day is settled a number is not published, and says when it is due")
    void notYet() throws Exception {
        read(NUMBER + "?on=2026-03-07")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("NOT_PUBLISHED"))
                .andExpect(jsonPath("$.dueAt").value(DAY_CLOSES.toString()))
                .andExpect(jsonPath("$.windowFrom").value("2026-02-01"))
                .andExpect(jsonPath("$.windowTo").value("2026-03-02"))
                .andExpect(jsonPath("$", hasEntry(is("rate"), nullValue())))
                .andExpect(jsonPath("$.timely").doesNotExist());
    }

    @Test
    @DisplayName("a date before the first books has no number and none is due")
    void never() throws Exception {
        read(NUMBER + "?on=2026-01-01")
                .andExpect(jsonPath("$.status").value("NOT_PUBLISHED"))
                .andExpect(jsonPath("$.dueAt").doesNotExist());
    }

    @Test
    @DisplayName("once the day is settled its number is published, with sample and window; today is the default")
    void published() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read(NUMBER)
                .andExpect(jsonPath("$.supplier").value("supplier-1"))
                .andExpect(jsonPath("$.on").value("2026-03-07"))
                .andExpect(jsonPath("$.status").value("PUBLISHED"))
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(3))
                .andExpect(jsonPath("$.rate").value(0.666667))
                .andExpect(jsonPath("$.publishedAt").value(DAY_CLOSES.toString()));
    }

    @Test
    @DisplayName("who has no countable inquiry has no data, neither 0 % nor 100 %")
    void noData() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/api/suppliers/supplier-2/published-number?on=2026-03-07")
                .andExpect(jsonPath("$.status").value("NO_DATA"))
                .andExpect(jsonPath("$", hasEntry(is("rate"), nullValue())))
                .andExpect(jsonPath("$.countable").doesNotExist());
    }

    @Test
    @DisplayName("the inquiries under a number add up to it, and those not counted say why")
    void under() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read(NUMBER + "/inquiries?on=2026-03-07")
                .andExpect(jsonPath("$.total").value(5))
                .andExpect(jsonPath("$.items.length()").value(5))
                .andExpect(jsonPath("$.items[?(@.counted == true)].inquiry")
                        .value(contains("timely-1", "timely-2", "unanswered")))
                .andExpect(jsonPath("$.items[?(@.timely == true)].inquiry").value(contains("timely-1", "timely-2")))
                .andExpect(jsonPath("$.items[?(@.counted == false)].verdict").value(contains("DUPLICATE", "REJECTED")))
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(3));
    }

    @Test
    @DisplayName("the inquiries under a number come in pages")
    void underInPages() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read(NUMBER + "/inquiries?size=2&page=2")
                .andExpect(jsonPath("$.total").value(5))
                .andExpect(jsonPath("$.items[*].inquiry").value(contains("unwanted")));
        read(NUMBER + "/inquiries?size=501").andExpect(status().isBadRequest());
        read(NUMBER + "/inquiries?page=-1").andExpect(status().isBadRequest());
    }

    @ParameterizedTest(name = "where there is no number there are no inquiries under it: {0}")
    @ValueSource(
            strings = {
                NUMBER + "/inquiries?on=2026-03-20",
                "/api/suppliers/supplier-2/published-number/inquiries?on=2026-03-07"
            })
    void underNothing(String path) throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read(path).andExpect(status().isNotFound()).andExpect(jsonPath("$.detail", containsString("published number")));
    }

    @Test
    @DisplayName("the provisional figure shows what is undecided, and its bounds")
    void provisional() throws Exception {
        read(FIGURE)
                .andExpect(jsonPath("$.windowFrom").value("2026-02-01"))
                .andExpect(jsonPath("$.windowTo").value("2026-03-02"))
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(2))
                .andExpect(jsonPath("$.undecided").value(1))
                .andExpect(jsonPath("$.rate").value(1.0))
                .andExpect(jsonPath("$.undecidedShare").value(0.333333))
                .andExpect(jsonPath("$.lowerBound").value(0.666667))
                .andExpect(jsonPath("$.upperBound").value(1.0));
    }

    @Test
    @DisplayName("the provisional figure adds settled days and open ones")
    void provisionalOverTheClose() throws Exception {
        marketplace.passTo(DAY_CLOSES.plusSeconds(1));
        marketplace.inquiry("new", new BuyerId("b9"), SUPPLIER, marketplace.now(), null);
        read(FIGURE)
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(3))
                .andExpect(jsonPath("$.undecided").value(1))
                .andExpect(jsonPath("$.lowerBound").value(0.5))
                .andExpect(jsonPath("$.upperBound").value(0.75));
    }

    @Test
    @DisplayName("a provisional figure of nothing is null")
    void provisionalOfNothing() throws Exception {
        marketplace.pass(Duration.ofDays(40));
        read(FIGURE)
                .andExpect(jsonPath("$", hasEntry(is("rate"), nullValue())))
                .andExpect(jsonPath("$", hasEntry(is("lowerBound"), nullValue())))
                .andExpect(jsonPath("$.countable").value(0));
    }

    @Test
    @DisplayName("all suppliers are listed by id, with today's number")
    void suppliers() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/api/suppliers")
                .andExpect(jsonPath("$[*].id").value(contains("supplier-1", "supplier-2")))
                .andExpect(jsonPath("$[0].publishedNumber.countable").value(3))
                .andExpect(jsonPath("$[1].publishedNumber.status").value("NO_DATA"));
        read("/api/suppliers?page=1&size=1").andExpect(jsonPath("$[*].id").value(contains("supplier-2")));
        read("/api/suppliers?size=501").andExpect(jsonPath("$.errors[0].field").value("size"));
    }

    @Test
    @DisplayName("a list of suppliers costs as many statements for six as for two")
    void statements() {
        marketplace.passTo(DAY_CLOSES);
        var few = costOfList();
        for (var more : new String[] {"supplier-3", "supplier-4", "supplier-5", "supplier-6"}) {
            marketplace.inquiry(more, new BuyerId("b1"), new SupplierId(more), marketplace.now(), null);
        }
        assertThat(costOfList()).isEqualTo(few);
    }

    private int costOfList() {
        return CountedStatements.statementsIn(counted.during(() -> api.some(0, 50)));
    }

    @ParameterizedTest(name = "an unknown supplier is 404: {0}")
    @ValueSource(strings = {"published-number", "published-number/inquiries", "provisional-figure"})
    void unknownSupplier(String what) throws Exception {
        read("/api/suppliers/nobody/" + what)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.errors[0].field").value("supplier"));
    }

    @Test
    @DisplayName("a date that is none is refused")
    void badDate() throws Exception {
        read(NUMBER + "?on=today")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("on"))
                .andExpect(jsonPath("$.errors[0].value").value("today"));
    }
}
