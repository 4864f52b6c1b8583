package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.sla.days.NaturalDay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sample-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=true"
        })
@AutoConfigureMockMvc
@DisplayName("The sample marketplace")
class SampleMarketplaceTest {

    @Autowired
    private SampleMarketplace sample;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private BookDays days;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Policies policies;

    @Autowired
    private SettableClock clock;

    @Autowired
    private BuyersServed served;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Test
    @DisplayName("pictures mailboxes in several states, of suppliers that there are, with a host that is none")
    void mailboxes() {
        assertThat(mailboxes.counted())
                .containsOnlyKeys(
                        MailboxState.WORKING,
                        MailboxState.REFUSED,
                        MailboxState.NO_SENT_FOLDER,
                        MailboxState.INTERRUPTED);
        assertThat(mailboxes.byLag(null, 0, 10)).allSatisfy(mailbox -> {
            assertThat(suppliers.isKnown(mailbox.supplier())).isTrue();
            assertThat(mailbox.server().host()).endsWith(".invalid");
            assertThat(mailbox.reading().coveredUntil()).isNotNull();
        });
    }

    @Test
    @DisplayName(
            "has about 200 inquiries of 12 suppliers, marked as sample, with closed days, today's numbers and referrals")
    void somethingToShow() {
        assertThat(inquiries.count()).isBetween(195L, 225L);
        assertThat(suppliers.all()).hasSize(12).allMatch(supplier -> String.valueOf(supplier.name())
                .endsWith("(sample)"));
        var today = NaturalDay.of(clock.instant(), policies.zone());
        assertThat(numbers.on(Track.INQUIRY, today)).hasSizeGreaterThan(8);
        assertThat(days.firstUnsettled(Track.INQUIRY)).contains(today.minusDays(4));
        assertThat(statesOfReferrals()).contains("OFFERED", "PICKED", "DECLINED");
        assertThat(served.of(null).throughReferral()).isPositive();
    }

    private List<String> statesOfReferrals() {
        return jdbc.sql("select distinct state from hourglass.referral")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("is loaded once, and the clock runs again afterwards")
    void once() {
        var before = inquiries.count();
        sample.start();
        assertThat(inquiries.count()).isEqualTo(before);
        assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("whose loading was interrupted is loaded again from the start, and nothing is there twice")
    void interrupted() {
        var before = inquiries.count();
        var facts = facts();
        jdbc.sql("update hourglass.sample_marketplace set loaded_at = null").update();
        sample.start();
        assertThat(inquiries.count()).isEqualTo(before);
        assertThat(facts()).isEqualTo(facts);
    }

    @Test
    @DisplayName("says on the login page with which names to sign in, and each of them does")
    void names() throws Exception {
        var page = mvc.perform(get("/login")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("“sample”", "sample-key");
        for (var name : List.of("operations", "auditor", "supplier", "buyer")) {
            assertThat(page).contains("<code>" + name + "</code>");
            mvc.perform(get("/api/policy").with(httpBasic(name, "sample"))).andExpect(status().isOk());
        }
        mvc.perform(get("/api/policy").header("X-API-Key", "sample-key")).andExpect(status().isOk());
    }

    @Test
    @DisplayName("has inquiries waiting for whoever signs in as the supplier, one of them for less than six hours")
    void supplier() throws Exception {
        mvc.perform(get("/api/suppliers/sample-supplier-10/inquiries?state=PENDING")
                        .with(httpBasic("supplier", "sample")))
                .andExpect(jsonPath("$.total").value(greaterThanOrEqualTo(3)))
                .andExpect(jsonPath("$.items[0].timeLeftSeconds").value(lessThan(6 * 3600)));
    }

    @Test
    @DisplayName("has inquiries of each kind for whoever signs in as the buyer, one with alternatives to ask for")
    void buyer() throws Exception {
        mvc.perform(get("/api/buyers/sample-buyer-48/inquiries").with(httpBasic("buyer", "sample")))
                .andExpect(jsonPath("$.items[*].inquiry.became", hasItems("WAITING", "ANSWERED", "UNANSWERED")))
                .andExpect(jsonPath("$.items[*].inquiry.onOffer", hasItem(true)));
    }

    private int facts() {
        return jdbc.sql("select count(*) from hourglass.fact")
                .query(Integer.class)
                .single();
    }
}
