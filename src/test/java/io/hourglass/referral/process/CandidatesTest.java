package io.hourglass.referral.process;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.exposure.CollusionReport;
import io.hourglass.referral.exposure.CollusionReport.Suspicion;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.ranking.Trait.Kind;
import io.hourglass.referral.rules.ReferralRules;
import io.hourglass.referral.served.ServedLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("Recommended is")
class CandidatesTest {

    private static final String PUMPS = "Hardware/Pumps";
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private StoredPolicies policies;

    @Autowired
    private ServedLedger ledger;

    @Autowired
    private CollusionReport selfDealing;

    @Autowired
    private BuyersServed served;

    private static SupplierProfile profile(
            @Nullable String company, @Nullable Integer capacity, boolean suspended, @Nullable String products) {
        return new SupplierProfile(null, company, capacity, suspended, List.of(PUMPS), products);
    }

    /** An inquiry that goes unanswered, and whose buyer asks at its deadline. */
    private InquiryId unserved(String id, BuyerId buyer, SupplierId supplier, String category, String text) {
        var inquiry = marketplace.inquiry(id, buyer, supplier, category, text);
        marketplace.pass(THREE_DAYS);
        assertThat(marketplace.askForAlternatives(inquiry).refusal()).isNull();
        return inquiry;
    }

    private InquiryId unserved(String id) {
        return unserved(id, BUYER, SUPPLIER, PUMPS, "Hand pumps.");
    }

    private List<String> recommended(InquiryId inquiry) {
        return alternatives.of(inquiry).offer().stream()
                .map(offered -> offered.supplier().value())
                .toList();
    }

    private Offered only(InquiryId inquiry) {
        var offer = alternatives.of(inquiry).offer();
        assertThat(offer).hasSize(1);
        return offer.get(0);
    }

    private void answered(int times, String by, String category) {
        for (var time = 0; time < times; time++) {
            var buyer = new BuyerId("b-" + by + "-" + time);
            marketplace.reply(marketplace.inquiry(by + time, buyer, new SupplierId(by), category, "Please quote."));
        }
    }

    private void rules(int asksPerBuyer, int gainAtLeast, int gainPercent) {
        var rules = ReferralRules.DEFAULT;
        policies.add(new PolicyVersion(
                "referral",
                2,
                EffectiveFrom.at(marketplace.now()),
                PolicyJson.write(rules.withAsksPerBuyer(asksPerBuyer)
                        .withGainAtLeast(gainAtLeast)
                        .withGainPercent(gainPercent)),
                null));
    }

    @Test
    @DisplayName("never the supplier asked, though it deals in the category itself")
    void neverTheOneAsked() {
        marketplace.describe(SUPPLIER.value(), profile(null, null, false, null));
        marketplace.supplier("other", PUMPS);
        assertThat(recommended(unserved("i"))).containsExactly("other");
    }

    @Test
    @DisplayName("never an affiliate of the supplier asked; one of another company is")
    void neverAnAffiliate() {
        marketplace.describe(SUPPLIER.value(), profile("group", null, false, null));
        marketplace.describe("sister", profile("group", null, false, null));
        marketplace.describe("stranger", profile("rival", null, false, null));
        assertThat(recommended(unserved("i"))).containsExactly("stranger");
    }

    @Test
    @DisplayName("never a suspended one, until it is so no longer")
    void neverSuspended() {
        marketplace.describe("other", profile(null, null, true, null));
        assertThat(recommended(unserved("i"))).isEmpty();
        marketplace.describe("other", profile(null, null, false, null));
        assertThat(recommended(unserved("j"))).containsExactly("other");
    }

    @Test
    @DisplayName("never one who rejected this buyer; to other buyers it is")
    void neverOneWhoRejectedTheBuyer() {
        var rejecter = marketplace.supplier("rejecter", PUMPS);
        var before = marketplace.inquiry("before", BUYER, rejecter, "Toys", "Toy pumps.");
        marketplace.reject(before, marketplace.now());
        assertThat(recommended(unserved("i"))).isEmpty();
        assertThat(recommended(unserved("j", new BuyerId("another"), SUPPLIER, PUMPS, "Pumps.")))
                .containsExactly("rejecter");
    }

    @Test
    @DisplayName("never one to whom the buyer sent the same within a week; with another category it is")
    void neverOneWhoHasIt() {
        var both = marketplace.supplier("both", PUMPS);
        marketplace.supplier("toys", PUMPS);
        marketplace.inquiry("same", BUYER, both, PUMPS, "Hand pumps.");
        marketplace.inquiry("else", BUYER, new SupplierId("toys"), "Toys", "Toys.");
        assertThat(recommended(unserved("i"))).containsExactly("toys");
    }

    @Test
    @DisplayName("never one whose declared capacity is full")
    void neverAFullOne() {
        marketplace.describe("small", profile(null, 1, false, null));
        assertThat(recommended(unserved("i"))).containsExactly("small");
        marketplace.pass(Duration.ofDays(2));
        marketplace.inquiry("open", new BuyerId("x"), new SupplierId("small"), "Toys", "Toys.");
        var rejected = marketplace.inquiry("j", BUYER, SUPPLIER, PUMPS, "Hand pumps.");
        marketplace.reject(rejected, marketplace.now());
        marketplace.askForAlternatives(rejected);
        assertThat(alternatives.of(rejected).state()).isEqualTo(ReferralState.NOBODY_FOUND);
    }

    @Test
    @DisplayName("whose products the inquiry names, in English and in Chinese")
    void byWords() {
        marketplace.describe("pumps", new SupplierProfile(null, null, null, false, List.of(), "Diaphragm pumps"));
        marketplace.describe("valves", new SupplierProfile(null, null, null, false, List.of(), "黄铜球阀"));
        var english = unserved("i", BUYER, SUPPLIER, "Misc", "We need a diaphragm pump for acid.");
        assertThat(only(english).supplier()).isEqualTo(new SupplierId("pumps"));
        assertThat(only(english).reasons().words()).containsExactly("diaphragm", "pump");
        var chinese = unserved("j", BUYER, SUPPLIER, "Misc", "请报价：球阀 DN25");
        assertThat(only(chinese).supplier()).isEqualTo(new SupplierId("valves"));
        assertThat(only(chinese).reasons().words()).containsExactly("球阀");
    }

    @Test
    @DisplayName("whoever served such inquiries, by settled days alone, with its published figures")
    void learnt() {
        answered(12, "proven", PUMPS);
        marketplace.pass(Duration.ofDays(4));
        var tooEarly = unserved("early");
        assertThat(recommended(tooEarly)).containsExactly("proven");
        assertThat(ledger.countsOf(List.of(new Trait(Kind.ANY, "")), List.of())).containsKey(new Trait(Kind.ANY, ""));
        var offered = only(tooEarly);
        assertThat(offered.ranked().candidate().timely()).isEqualTo(12);
        assertThat(offered.ranked().candidate().countable()).isEqualTo(12);
        assertThat(offered.ranked().newcomer()).isFalse();
        assertThat(offered.ranked().score()).isPositive();
        assertThat(offered.reasons().servedInCategory()).isEqualTo(12);
        assertThat(offered.reasons().servedAlike()).isZero();
    }

    @Test
    @DisplayName(
            "nobody for having served much, or this buyer, with something else: it takes the category or the words")
    void noStrangers() {
        answered(12, "stranger", "Toys");
        marketplace.reply(marketplace.inquiry("before", BUYER, new SupplierId("stranger"), "Toys", "Toys."));
        marketplace.pass(Duration.ofDays(6));
        assertThat(recommended(unserved("i"))).isEmpty();
    }

    @Test
    @DisplayName("without a category who served this buyer, or what the one asked did not")
    void withoutCategory() {
        var friend = new SupplierId("friend");
        for (var time = 0; time < 12; time++) {
            marketplace.reply(
                    marketplace.inquiry("f" + time, new BuyerId("b" + time), friend, marketplace.now(), null));
        }
        marketplace.reply(marketplace.inquiry("before", BUYER, friend, marketplace.now(), null));
        marketplace.pass(Duration.ofDays(8));
        var plain = marketplace.inquiry("plain", BUYER, SUPPLIER, marketplace.now(), null);
        marketplace.pass(THREE_DAYS);
        marketplace.askForAlternatives(plain);
        assertThat(recommended(plain)).containsExactly("friend");
        assertThat(only(plain).reasons().servedBuyer()).isEqualTo(1);
    }

    @Test
    @DisplayName("nobody by inquiries whose day is not settled yet")
    void notLearntYet() {
        answered(12, "proven", PUMPS);
        assertThat(recommended(unserved("i"))).isEmpty();
    }

    @Test
    @DisplayName("who served what was carried over counts as one who serves what the first does not")
    void carriedOverTeaches() {
        marketplace.supplier("second", PUMPS);
        var first = unserved("i");
        var pick = alternatives
                .pick(new Choice(first, Set.of(new SupplierId("second")), true))
                .picks()
                .get(0);
        marketplace.reply(pick.newInquiry());
        marketplace.pass(Duration.ofDays(6));

        var asked = new Trait(Kind.ASKED, SUPPLIER.value());
        assertThat(ledger.mostOf(List.of(asked)).get(asked)).containsExactly(new SupplierId("second"));
        assertThat(ledger.countsOf(List.of(asked), List.of())).containsEntry(asked, new Counts(1, Map.of()));
        assertThat(served.of(null)).satisfies(figure -> {
            assertThat(figure.asked()).isEqualTo(1);
            assertThat(figure.byAskedSupplier()).isZero();
            assertThat(figure.throughReferral()).isEqualTo(1);
            assertThat(figure.underWay()).isZero();
        });
        assertThat(served.of(SUPPLIER).throughReferral()).isEqualTo(1);
        assertThat(served.of(new SupplierId("second")).asked()).isZero();
    }

    @Test
    @DisplayName("a buyer is under way while one that it picked may still answer, and unserved when none did")
    void underWay() {
        marketplace.supplier("second", PUMPS);
        var first = marketplace.inquiry("i", BUYER, SUPPLIER, PUMPS, "Pumps.");
        marketplace.pass(Duration.ofDays(4));
        marketplace.askForAlternatives(first);
        alternatives.pick(new Choice(first, Set.of(new SupplierId("second")), true));
        marketplace.pass(Duration.ofDays(2));
        assertThat(served.of(null).underWay()).isEqualTo(1);
        marketplace.pass(Duration.ofDays(2));
        assertThat(served.of(null)).satisfies(figure -> {
            assertThat(figure.asked()).isEqualTo(1);
            assertThat(figure.underWay()).isZero();
            assertThat(figure.served()).isZero();
        });
    }

    @Test
    @DisplayName("nobody to a buyer who has asked as often as the rules allow, until the period is over")
    void limitOfAsks() {
        rules(1, 20, 50);
        marketplace.supplier("other", PUMPS);
        assertThat(alternatives.of(unserved("i")).state()).isEqualTo(ReferralState.OFFERED);
        assertThat(alternatives.of(unserved("j")).state()).isEqualTo(ReferralState.LIMIT_REACHED);
        assertThat(alternatives
                        .of(unserved("k", new BuyerId("another"), SUPPLIER, PUMPS, "Pumps."))
                        .state())
                .isEqualTo(ReferralState.OFFERED);
        marketplace.pass(Duration.ofDays(30));
        assertThat(alternatives.of(unserved("l")).state()).isEqualTo(ReferralState.OFFERED);
    }

    @Test
    @DisplayName("nobody who has gained as much as the rules allow; what was offered before is refused at the pick")
    void boundOfGains() {
        rules(20, 1, 0);
        var gainer = marketplace.supplier("gainer", PUMPS);
        var one = unserved("one");
        var two = unserved("two", new BuyerId("another"), SUPPLIER, PUMPS, "Pumps.");
        assertThat(recommended(two)).containsExactly("gainer");
        alternatives.pick(new Choice(one, Set.of(gainer), true));
        assertThatThrownBy(() -> alternatives.pick(new Choice(two, Set.of(gainer), true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gainer");
        assertThat(alternatives.of(two).picks()).isEmpty();
        assertThat(recommended(unserved("three", new BuyerId("third"), SUPPLIER, PUMPS, "Pumps.")))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "an affiliate that was declared too late: the report of self-dealing says so, with those who gain oddly")
    void selfDealing() {
        marketplace.describe(SUPPLIER.value(), profile("group", null, false, null));
        var sister = marketplace.supplier("sister", PUMPS);
        alternatives.pick(new Choice(unserved("i"), Set.of(sister), true));
        assertThat(selfDealing.report()).isEmpty();
        marketplace.describe("sister", profile("group", null, false, null));
        assertThat(selfDealing.report()).containsExactly(new Suspicion(SUPPLIER, sister, 1, 1, 1, 1.0, true));
    }

    @Test
    @DisplayName("once for each request: the same request twice ranks once")
    void askedTwice() {
        marketplace.supplier("other", PUMPS);
        var inquiry = unserved("i");
        var again = marketplace.happens(inquiry, InquiryFactKind.ALTERNATIVES_REQUESTED, null, marketplace.now());
        assertThat(again.refusal()).isNull();
        assertThat(recommended(inquiry)).containsExactly("other");
    }
}
