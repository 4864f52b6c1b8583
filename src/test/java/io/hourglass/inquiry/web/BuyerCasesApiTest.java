package io.hourglass.inquiry.web;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.referral.Alternatives;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A buyer's inquiries")
class BuyerCasesApiTest {

    private static final String LIST = "/api/buyers/buyer-1/inquiries";
    private static final String PUMPS = "Hardware/Pumps";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private BuyerCases cases;

    @Autowired
    private CountedStatements counted;

    private Calls api;

    @BeforeEach
    void calls() {
        api = new Calls(mvc, jdbc);
    }

    private InquiryId unanswered(String id) {
        var inquiry = marketplace.inquiry(id, BUYER, SUPPLIER, PUMPS, "Ten pumps, please.");
        marketplace.pass(Duration.parse("PT72H"));
        return inquiry;
    }

    @Test
    @DisplayName("come the newest first, those of others not among them")
    void newestFirst() throws Exception {
        marketplace.inquiry("older");
        marketplace.inquiry("another's", new BuyerId("b2"), SUPPLIER, marketplace.now(), null);
        marketplace.pass(Duration.ofDays(1));
        marketplace.inquiry("newer");
        api.read(LIST)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].inquiry.id").value(contains("newer", "older")))
                .andExpect(jsonPath("$.items[1].inquiry.timeLeftSeconds").value(48 * 3600));
        api.read(LIST + "?size=1&page=1")
                .andExpect(jsonPath("$.items[*].inquiry.id").value(contains("older")));
    }

    @Test
    @DisplayName("say what became of each: an answer is an answer, however late")
    void became() throws Exception {
        var inquiry = unanswered("i");
        api.read(LIST)
                .andExpect(jsonPath("$.items[0].inquiry.became").value("UNANSWERED"))
                .andExpect(jsonPath("$.items[0].inquiry.onOffer").value(true));
        marketplace.pass(Duration.ofDays(4));
        marketplace.reply(inquiry);
        api.read(LIST)
                .andExpect(jsonPath("$.items[0].inquiry.state").value("UNANSWERED"))
                .andExpect(jsonPath("$.items[0].inquiry.became").value("ANSWERED"))
                .andExpect(jsonPath("$.items[0].inquiry.answeredAt")
                        .value(marketplace.now().toString()))
                .andExpect(jsonPath("$.items[0].inquiry.onOffer").value(false));
    }

    @Test
    @DisplayName("stand beside those that they were carried over to, and are found by what became of either")
    void carriedOver() throws Exception {
        marketplace.supplier("other", PUMPS);
        var inquiry = unanswered("i");
        marketplace.askForAlternatives(inquiry);
        alternatives.pick(new Alternatives.Choice(inquiry, Set.of(new SupplierId("other")), true));
        for (var became : new String[] {"UNANSWERED", "WAITING"}) {
            api.read(LIST + "?became=" + became)
                    .andExpect(jsonPath("$.total").value(1))
                    .andExpect(jsonPath("$.items[0].inquiry.id").value("i"))
                    .andExpect(jsonPath("$.items[0].carriedOver[0].supplier").value("other"))
                    .andExpect(jsonPath("$.items[0].carriedOver[0].became").value("WAITING"))
                    .andExpect(jsonPath("$.items[0].carriedOver[0].carriedFrom").value("i"));
        }
        api.read(LIST + "?became=ANSWERED").andExpect(jsonPath("$.total").value(0));
    }

    @Test
    @DisplayName("carried over from one of earlier days stand by themselves, and name it")
    void rootOutOfSight() throws Exception {
        marketplace.supplier("other", PUMPS);
        var inquiry = unanswered("i");
        marketplace.askForAlternatives(inquiry);
        alternatives.pick(new Alternatives.Choice(inquiry, Set.of(new SupplierId("other")), true));
        api.read(LIST + "?from=2026-03-03")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].inquiry.supplier").value("other"))
                .andExpect(jsonPath("$.items[0].inquiry.carriedFrom").value("i"));
    }

    @Test
    @DisplayName("are those of 366 days up to today, if no days are given")
    void usualDays() throws Exception {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(365));
        api.read(LIST).andExpect(jsonPath("$.total").value(1));
        marketplace.pass(Duration.ofDays(1));
        api.read(LIST).andExpect(jsonPath("$.total").value(0));
        api.read(LIST + "?to=2026-03-02").andExpect(jsonPath("$.total").value(1));
    }

    @ParameterizedTest(name = "{0} = {1} must be {2}")
    @CsvSource({
        "size, 0, 1 to 500",
        "page, -1, 0 or more",
        "became, GONE, 'one of WAITING, ANSWERED'",
        "from, 2027-03-03, on or before the last day",
        "from, 2020-01-01, at most 366 days"
    })
    void badParameters(String name, String value, String rule) throws Exception {
        api.read(LIST + "?" + name + "=" + value)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(name))
                .andExpect(jsonPath("$.errors[0].rule", containsString(rule)));
    }

    @Test
    @DisplayName("cost as many statements for ten as for four")
    void statements() {
        two("a");
        two("b");
        marketplace.pass(Duration.ofDays(6));
        var few = cost();
        for (var more : new String[] {"c", "d", "e"}) {
            two(more);
        }
        marketplace.pass(Duration.ofDays(6));
        assertThat(cost()).isEqualTo(few);
    }

    private int cost() {
        return CountedStatements.statementsIn(
                counted.during(() -> cases.of(new BuyerCases.Wanted(BUYER, null, null, null), new PageQuery(0, 50))));
    }

    private void two(String prefix) {
        marketplace.reply(marketplace.inquiry(prefix + "1"));
        marketplace.inquiry(prefix + "2", BUYER, new SupplierId("s-" + prefix), marketplace.now(), null);
        marketplace.pass(Duration.ofDays(1));
    }

    @Test
    @DisplayName("would be repeated by one to the same supplier on the same day, to the day's last moment")
    void repetition() throws Exception {
        var ask = "/api/buyers/buyer-1/repetition?supplier=supplier-1";
        api.read(ask).andExpect(jsonPath("$.repeats").doesNotExist());
        marketplace.inquiry("i");
        api.read(ask).andExpect(jsonPath("$.repeats").value("i"));
        api.read("/api/buyers/buyer-1/repetition?supplier=supplier-2")
                .andExpect(jsonPath("$.repeats").doesNotExist());
        api.read("/api/buyers/buyer-2/repetition?supplier=supplier-1")
                .andExpect(jsonPath("$.repeats").doesNotExist());
        marketplace.passTo(Instant.parse("2026-03-02T15:59:59.999Z"));
        api.read(ask).andExpect(jsonPath("$.repeats").value("i"));
        marketplace.pass(Duration.ofMillis(1));
        api.read(ask).andExpect(jsonPath("$.repeats").doesNotExist());
    }

    @Test
    @DisplayName("that were rejected are repeated by none: the next has a clock of its own")
    void afterARejection() throws Exception {
        marketplace.reject(marketplace.inquiry("i"), marketplace.now());
        api.read("/api/buyers/buyer-1/repetition?supplier=supplier-1")
                .andExpect(jsonPath("$.repeats").doesNotExist());
    }
}
