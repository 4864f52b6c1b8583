package io.hourglass.referral.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.exposure.Exposures;
import io.hourglass.referral.exposure.Exposures.Exposure;
import io.hourglass.referral.exposure.Exposures.Gain;
import io.hourglass.referral.exposure.Exposures.Place;
import io.hourglass.referral.links.LinkKeys;
import io.hourglass.referral.links.LinkKeys.LinkKey;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Reasons;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.offers.Referrals.BuyerSince;
import io.hourglass.referral.ranking.Candidate;
import io.hourglass.referral.ranking.Ranked;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.ranking.Trait.Kind;
import io.hourglass.referral.served.ServedLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Referrals, their rules, and what was learnt")
class ReferralTablesContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final BuyerId BUYER = new BuyerId("buyer");
        private static final SupplierId ASKED = new SupplierId("asked");
        private static final SupplierId ONE = new SupplierId("供应商-1");
        private static final SupplierId TWO = new SupplierId("supplier-2");
        private static final InquiryId INQUIRY = new InquiryId("i");
        private static final Trait ANY = new Trait(Kind.ANY, "");
        private static final Trait PUMPS = new Trait(Kind.CATEGORY, "Hardware/Pumps");
        private static final Duration MILLI = Duration.ofMillis(1);

        private final OwnTables tables;
        private final Referrals referrals;
        private final Exposures exposures;
        private final ServedLedger ledger;
        private final LinkKeys keys;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.referrals = new JdbcReferrals(tables.template(), tables.rows());
            this.exposures = new JdbcExposures(tables.jdbc());
            this.ledger = new JdbcServedLedger(tables.template(), tables.rows());
            this.keys = new JdbcLinkKeys(tables.jdbc(), tables.rows());
            tables.marketplaceWith(ASKED.value(), ONE.value(), TWO.value());
        }

        private static Referral referral(InquiryId inquiry, Instant askedAt) {
            return Referral.builder()
                    .inquiry(inquiry)
                    .root(INQUIRY)
                    .rootDay(DAY)
                    .buyer(BUYER)
                    .asked(ASKED)
                    .category("Hardware/Pumps")
                    .state(ReferralState.OFFERED)
                    .askedAt(askedAt)
                    .expiresAt(NOON.plus(Duration.ofDays(14)))
                    .policyVersion(1)
                    .build();
        }

        private static Offered offered(int place, SupplierId supplier, @Nullable Integer capacity) {
            var candidate = Candidate.builder()
                    .supplier(supplier)
                    .relevance(0.25)
                    .timely(6)
                    .countable(7)
                    .open(2)
                    .usual(0.6)
                    .capacity(capacity)
                    .build();
            return new Offered(
                    new Ranked(candidate, place, 0.125, 0.4867, 0.5, place == 2),
                    new Reasons(3, 9, 3, 1, "Hardware/Pumps", place == 1 ? List.of("pump", "球阀") : List.of()));
        }

        private static Pick pick(InquiryId inquiry, SupplierId supplier, int place, String newInquiry) {
            return Pick.builder()
                    .inquiry(inquiry)
                    .asked(ASKED)
                    .supplier(supplier)
                    .place(place)
                    .newInquiry(new InquiryId(newInquiry))
                    .root(INQUIRY)
                    .rootDay(DAY)
                    .pickedAt(NOON)
                    .build();
        }

        @Test
        @DisplayName("a buyer's referrals go on under another id, without words, and nobody knows who served it")
        void renamed() {
            offer(INQUIRY, NOON);
            var buyers = new Trait(Kind.BUYER, BUYER.value());
            ledger.add(Map.of(buyers, Map.of(ONE, 1), PUMPS, Map.of(ONE, 1)));
            referrals.rename(BUYER, new BuyerId("P"));
            ledger.forget(BUYER);

            assertThat(referrals.find(INQUIRY).orElseThrow().buyer()).isEqualTo(new BuyerId("P"));
            assertThat(referrals.offerOf(INQUIRY)).isNotEmpty();
            assertThat(tables.jdbc()
                            .sql("select count(*) from hourglass.referral_candidate where words <> ''")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(ledger.mostOf(List.of(buyers)).getOrDefault(buyers, List.of()))
                    .isEmpty();
            assertThat(ledger.mostOf(List.of(PUMPS))).containsKey(PUMPS);
        }

        private void offer(InquiryId inquiry, Instant askedAt) {
            tables.inTransaction(() -> {
                referrals.add(referral(inquiry, askedAt), List.of(offered(1, ONE, 40), offered(2, TWO, null)));
                return true;
            });
        }

        @Test
        @DisplayName("a referral and its offer read as they were written")
        void roundTrip() {
            offer(INQUIRY, NOON);
            assertThat(referrals.find(INQUIRY)).contains(referral(INQUIRY, NOON));
            assertThat(referrals.offerOf(INQUIRY)).containsExactly(offered(1, ONE, 40), offered(2, TWO, null));
            assertThat(referrals.find(new InquiryId("none"))).isEmpty();
        }

        @Test
        @DisplayName("an inquiry has one referral")
        void once() {
            offer(INQUIRY, NOON);
            assertThatThrownBy(() -> offer(INQUIRY, NOON)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("the first sight of an offer counts")
        void seen() {
            offer(INQUIRY, NOON);
            referrals.seen(INQUIRY, NOON.plus(MILLI));
            referrals.seen(INQUIRY, NOON.plusSeconds(9));
            assertThat(referrals.find(INQUIRY))
                    .hasValueSatisfying(found -> assertThat(found.firstSeenAt()).isEqualTo(NOON.plus(MILLI)));
        }

        @Test
        @DisplayName("picks are found by their inquiry, their root, their days, their time, and what was carried over")
        void picks() {
            offer(INQUIRY, NOON);
            var one = pick(INQUIRY, ONE, 1, "new-1");
            var two = pick(INQUIRY, TWO, 2, "new-2");
            referrals.add(List.of(two, one));
            referrals.end(INQUIRY, ReferralState.PICKED, NOON.plus(MILLI));

            assertThat(referrals.picksOf(INQUIRY)).containsExactly(one, two);
            assertThat(referrals.picksOfRoot(INQUIRY)).containsExactly(one, two);
            assertThat(referrals.picksOfRootsOn(DAY, DAY)).containsExactlyInAnyOrder(one, two);
            assertThat(referrals.picksOfRootsOn(DAY.plusDays(1), DAY.plusDays(2)))
                    .isEmpty();
            assertThat(referrals.pickedBetween(NOON, NOON.plus(MILLI))).hasSize(2);
            assertThat(referrals.pickedBetween(NOON.minus(MILLI), NOON)).isEmpty();
            assertThat(referrals.picksBehind(List.of(one.newInquiry(), INQUIRY)))
                    .isEqualTo(Map.of(one.newInquiry(), one));
            assertThat(referrals.find(INQUIRY)).map(Referral::state).contains(ReferralState.PICKED);
            assertThat(referrals.find(INQUIRY)).map(Referral::decidedAt).contains(NOON.plus(MILLI));
        }

        @Test
        @DisplayName("the same inquiry cannot be carried over to the same supplier twice")
        void pickOnce() {
            offer(INQUIRY, NOON);
            referrals.add(List.of(pick(INQUIRY, ONE, 1, "new-1")));
            assertThatThrownBy(() -> referrals.add(List.of(pick(INQUIRY, ONE, 1, "new-3"))))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("asks and gains are counted after an instant, which is not included")
        void counts() {
            offer(INQUIRY, NOON);
            offer(new InquiryId("j"), NOON.plusSeconds(1));
            var all = new BuyerSince(BUYER, NOON.minus(MILLI));
            var last = new BuyerSince(BUYER, NOON);
            var nobody = new BuyerSince(new BuyerId("nobody"), NOON);
            assertThat(referrals.asksOf(List.of(all, last, nobody))).isEqualTo(Map.of(all, 2, last, 1, nobody, 0));

            referrals.add(List.of(pick(INQUIRY, ONE, 1, "new-1"), pick(new InquiryId("j"), ONE, 1, "new-2")));
            assertThat(referrals.gainsOf(List.of(ONE, TWO), NOON.minus(MILLI))).isEqualTo(Map.of(ONE, 2));
            assertThat(referrals.gainsOf(List.of(ONE, TWO), NOON)).isEmpty();
        }

        @Test
        @DisplayName("an ask is counted in the transaction that it is made in")
        void countedAtOnce() {
            var since = new BuyerSince(BUYER, NOON.minus(MILLI));
            tables.inTransaction(() -> {
                assertThat(referrals.asksOf(List.of(since))).containsEntry(since, 0);
                referrals.add(referral(INQUIRY, NOON), List.of());
                assertThat(referrals.asksOf(List.of(since))).containsEntry(since, 1);
                return true;
            });
        }

        @Test
        @DisplayName("the exposure ledger says who stood where, who was seen, who was picked, and who gained from whom")
        void exposures() {
            offer(INQUIRY, NOON);
            offer(new InquiryId("j"), NOON.plusSeconds(1));
            referrals.seen(INQUIRY, NOON);
            referrals.add(List.of(pick(INQUIRY, TWO, 2, "new-2")));

            assertThat(exposures.places(NOON.minus(MILLI)))
                    .containsExactly(new Place(1, 2, 1, 0), new Place(2, 2, 1, 1));
            assertThat(exposures.places(NOON)).extracting(Place::offered).containsExactly(1, 1);
            assertThat(exposures.ledger(NOON.minus(MILLI), 0, 10)).hasSize(4);
            assertThat(exposures.ledger(NOON.minus(MILLI), 3, 3))
                    .containsExactly(Exposure.builder()
                            .inquiry(INQUIRY)
                            .asked(ASKED)
                            .supplier(TWO)
                            .place(2)
                            .newcomer(true)
                            .shown(true)
                            .picked(true)
                            .at(NOON)
                            .build());
            assertThat(exposures.gains(NOON.minus(MILLI))).containsExactly(new Gain(ASKED, TWO, 1));
            assertThat(exposures.gains(NOON)).isEmpty();
        }

        @Test
        @DisplayName("what days teach adds up, and the totals are of all suppliers")
        void ledger() {
            ledger.add(Map.of(ANY, Map.of(ONE, 2, TWO, 1), PUMPS, Map.of(ONE, 2)));
            ledger.add(Map.of(ANY, Map.of(TWO, 4)));

            assertThat(ledger.countsOf(List.of(ANY, PUMPS, new Trait(Kind.BUYER, "x")), List.of(ONE)))
                    .isEqualTo(Map.of(ANY, new Counts(7, Map.of(ONE, 2)), PUMPS, new Counts(2, Map.of(ONE, 2))));
            assertThat(ledger.mostOf(List.of(ANY, PUMPS)))
                    .isEqualTo(Map.of(ANY, List.of(TWO, ONE), PUMPS, List.of(ONE)));
            assertThat(ledger.categories()).containsExactly("Hardware/Pumps");
        }

        @Test
        @DisplayName("of a trait that many served, those who served most are named, and no more")
        void most() {
            var counts = new HashMap<SupplierId, Integer>();
            for (var number = 1; number <= ServedLedger.MAX + 5; number++) {
                counts.put(new SupplierId("s-" + number), number);
            }
            ledger.add(Map.of(ANY, counts));
            assertThat(ledger.mostOf(List.of(ANY)).get(ANY))
                    .hasSize(ServedLedger.MAX)
                    .startsWith(new SupplierId("s-55"))
                    .doesNotContain(new SupplierId("s-5"));
        }

        @Test
        @DisplayName("link keys read as they were written, the newest last, each once")
        void keys() {
            tables.jdbc().sql("delete from hourglass.link_key").update();
            keys.add(new LinkKey(1, "00ff", NOON));
            keys.add(new LinkKey(2, "ff00", NOON));
            assertThat(keys.all()).containsExactly(new LinkKey(1, "00ff", NOON), new LinkKey(2, "ff00", NOON));
            assertThatThrownBy(() -> keys.add(new LinkKey(2, "11", NOON))).isInstanceOf(DuplicateKeyException.class);
            assertThat(keys.all().get(0).toString()).doesNotContain("00ff");
        }
    }
}
