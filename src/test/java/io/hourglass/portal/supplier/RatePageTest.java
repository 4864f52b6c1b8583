package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailbox.coverage.RecordCoverage;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.rate.standing.StandingKind;
import io.hourglass.rate.standing.StandingRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@HourglassTest
@DisplayName("A supplier's rate")
class RatePageTest extends SuppliersBrowser {

    private static final String RATE = PAGES + "/rate";

    @Autowired
    private ChangePolicies rules;

    @Autowired
    private RecordCoverage coverage;

    @Autowired
    private MessageSource messages;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Test
    @DisplayName("says that there is none yet, and draws nothing out of nothing")
    void none() throws Exception {
        assertThat(page(RATE))
                .contains("Nothing has been published yet")
                .contains(
                        "1 waiting, 100.0 % of all that may be counted: the rate will be 0.0 % if all of them are missed")
                .contains("100.0 % if all are met");
    }

    @Test
    @DisplayName(
            "says how many were left out since nobody could see whether they were answered, and what the number covers")
    void unverified() throws Exception {
        coverage.connected(Marketplace.SUPPLIER, marketplace.now());
        marketplace.reply(marketplace.inquiry("a", new BuyerId("b1"), Marketplace.SUPPLIER, "Pumps", "?"));
        marketplace.inquiry("u", new BuyerId("b2"), Marketplace.SUPPLIER, "Pumps", "?");
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE))
                .contains("2 more inquiries are not counted", "whether they were answered. The number covers 33.3 %")
                .contains(PAGES + "/mailbox");
        assertThat(page(OWN, RATE, "zh")).contains("另有 2 条询盘");
    }

    @Test
    @DisplayName("says how many could not be seen where nothing else is there to be counted")
    void nothingButUnverified() throws Exception {
        coverage.connected(Marketplace.SUPPLIER, marketplace.now());
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE))
                .contains("1 inquiry is not counted, since", "No inquiry of these days was counted")
                .doesNotContain("The number covers");
        assertThat(page(OWN, RATE, "zh")).contains("有 1 条询盘因邮箱无法读取");
    }

    @Test
    @DisplayName("says number, sample, interval, gate, what was missing, and what was left out with its inquiries")
    void number() throws Exception {
        for (var at = 0; at < 6; at++) {
            var inquiry = marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "?");
            if (at < 4) {
                marketplace.reply(inquiry);
            } else if (at == 4) {
                marketplace.reject(inquiry, marketplace.now());
            }
        }
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE))
                .contains("66.7 %")
                .contains("4 of 6 counted")
                .contains("One more timely reply would have made it 80 %, the gate to RFQ: 5 of 6.")
                .contains("RFQ closed: below the gate of 80 %")
                .contains("not counted: you rejected it")
                .contains("data-value=\"66.7\"")
                .contains("/inquiries/p5");
        assertThat(page(RATE).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("All Rejected 1 Met (in time) 4");
        assertThat(page(RATE)).contains("href=\"?state=REJECTED#under\"");
        assertThat(page(RATE + "?state=REJECTED")).contains("/inquiries/p4").doesNotContain("/inquiries/p5");
        mvc.perform(get("/_static/echarts/6.0.0/dist/echarts.common.min.js")).andExpect(status().isOk());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(InquiryRule.class)
    @DisplayName("has words, in both languages, for why an inquiry is left out by each rule that leaves one out")
    void leftOut(InquiryRule rule) {
        var verdict = rule.verdict();
        var leavesOut = verdict == null || !verdict.countable();
        for (var language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var said = messages.getMessage("supplier.under.no." + rule, null, "", language);
            assertThat(said == null || said.isEmpty()).isNotEqualTo(leavesOut);
        }
    }

    @Test
    @DisplayName("says of a restated number that it is one, since when, and what it was; buyers read that it is one")
    void restated() throws Exception {
        var other = marketplace.inquiry("p", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "?");
        marketplace.reply(other);
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE)).contains("50.0 %").doesNotContain("estated");
        var claim = new Claim(InquiryFactKind.REPLIED, CleanSlate.START, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId("d"), new InquiryId("q"), claim, "A log.", "li.wei"));
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", As.auditor()));
        assertThat(page(RATE))
                .contains("100.0 %")
                .contains("Restated on 2026-03-08 10:00. Before: 50.0 %, 1 of 2.")
                .containsPattern("2 / 2</small>\\s*<small>restated on 2026-03-08 10:00");
        assertThat(page(OWN, RATE, "zh")).contains("已于 2026-03-08 10:00 更正。更正前：50.0 %，2 条中 1 条。");
        var buyer = As.buyer("b");
        for (var path : List.of("/buyers/b/new-inquiry", "/buyers/b/new-inquiry?supplier=supplier-1")) {
            assertThat(page(buyer, path, "en")).contains("restated on 2026-03-08 10:00");
            assertThat(page(buyer, path, "zh")).contains("已于 2026-03-08 10:00 更正");
        }
    }

    @ParameterizedTest(name = "{0} of 2")
    @CsvSource({"2, RFQ closed: too few inquiries, false", "1, RFQ closed: below the gate of 80 %, true"})
    @DisplayName("says of too small a sample that it is too small, and what was missing if something was")
    void tooFew(int timely, String mark, boolean missing) throws Exception {
        activateWithSample(3);
        var other = marketplace.inquiry("p", new BuyerId("b"), Marketplace.SUPPLIER, "Pumps", "?");
        List.of(new InquiryId("q"), other).subList(0, timely).forEach(marketplace::reply);
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE)).contains(mark).contains("RFQ needs 3 counted inquiries; there are 2.");
        assertThat(page(RATE).contains("One more timely reply would have made it 80 %, the gate to RFQ: 2 of 2."))
                .isEqualTo(missing);
    }

    private void activateWithSample(int inquiries) {
        var set = StandingRules.builder()
                .gatePercent(80)
                .minimumSample(inquiries)
                .newcomerSample(inquiries)
                .exposureLeast(BigDecimal.ZERO)
                .exposureNeutral(BigDecimal.ONE)
                .exposureMost(BigDecimal.ONE)
                .build();
        rules.activate(StandingKind.NAME, EffectiveFrom.on(LocalDate.of(2026, 3, 5)), PolicyJson.write(set), "");
    }

    @Test
    @DisplayName("says without data what is missing to the gate: the whole sample")
    void missingWithoutData() throws Exception {
        activateWithSample(20);
        marketplace.reportSpam(new InquiryId("q"), marketplace.now());
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE))
                .contains("No inquiry of these days was counted")
                .contains("RFQ needs 20 counted inquiries; there are 0.");
    }

    @Test
    @DisplayName("shows the inquiries under it twenty at a time, and leads from part to part without a jump")
    void under() throws Exception {
        for (var at = 0; at < 20; at++) {
            marketplace.inquiry("p" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Pumps", "?");
        }
        marketplace.pass(Duration.ofDays(6));
        assertThat(page(RATE)).contains("href=\"?page=1#under\"").contains("1 to 20 of 21");
        assertThat(page(RATE + "?state=UNANSWERED&page=1"))
                .contains("href=\"?state=UNANSWERED&amp;page=0#under\"")
                .contains("21 to 21 of 21");
        mvc.perform(get(RATE + "?page=-1").with(as(OWN))).andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("is hidden and shown by the supplier, which is in the ledger")
    void display() throws Exception {
        send(PAGES + "/display", "shown", "false")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(RATE));
        assertThat(page(RATE)).contains("hidden from buyers").contains("value=\"true\"");
        assertThat(jdbc.sql(
                                "select count(*) from hourglass.ledger_record where content like '%hide the rate%' and content like '%supplier-1%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        send(PAGES + "/display", "shown", "true").andExpect(status().isSeeOther());
        assertThat(page(RATE)).contains("Buyers see your rate");
    }

    @Test
    @DisplayName("says what would help, with its numbers, what it costs, and what to do")
    void tips() throws Exception {
        for (var at = 0; at < 6; at++) {
            marketplace.inquiry("v" + at, new BuyerId("b" + at), Marketplace.SUPPLIER, "Valves", "?");
            marketplace.reply(marketplace.inquiry("s" + at, new BuyerId("c" + at), Marketplace.SUPPLIER, "Seals", "?"));
        }
        marketplace.pass(Duration.ofHours(73));
        assertThat(page(RATE))
                .contains("About Valves")
                .contains("0 of 6 in time; of the rest, 6 of 7. If these had matched the rest, 5 more")
                .contains("This is unlikely to be chance.")
                .contains("reject what does not fit");
    }
}
