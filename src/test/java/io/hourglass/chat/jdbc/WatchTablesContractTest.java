package io.hourglass.chat.jdbc;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.chat.jdbc.ChatTables.BUYER;
import static io.hourglass.chat.jdbc.ChatTables.DAY;
import static io.hourglass.chat.jdbc.ChatTables.consultation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.abnormal.AbnormalRule;
import io.hourglass.chat.abnormal.Catch;
import io.hourglass.chat.abnormal.Limit;
import io.hourglass.chat.abnormal.TextHash;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.chat.watch.WatchedBuyers;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Watched buyers and caught accounts")
class WatchTablesContractTest {

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

        private static final BuyerId OTHER = new BuyerId("other");
        private static final BuyerId NOBODY = new BuyerId("nobody");
        private static final TextHash TEXT = new TextHash("0123456789abcdefghij-_");

        private final OwnTables tables;
        private final ChatTables chat;
        private final WatchedBuyers watched;
        private final CaughtAccounts caught;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.chat = new ChatTables(tables);
            this.watched = new JdbcWatchedBuyers(tables.jdbc());
            this.caught = new JdbcCaughtAccounts(tables.jdbc());
        }

        @Test
        @DisplayName("busy are those with at least so many consultations within the days, both included")
        void busy() {
            chat.kept(consultation("a"));
            chat.kept(consultation("b").withDay(DAY.plusDays(1)));
            chat.kept(consultation("c").withDay(DAY.plusDays(2)));
            chat.kept(consultation("d", OTHER));
            var both = List.of(BUYER, OTHER, NOBODY);
            assertThat(watched.busy(both, DAY, DAY.plusDays(1), 2)).containsExactly(BUYER);
            assertThat(watched.busy(both, DAY, DAY.plusDays(1), 3)).isEmpty();
            assertThat(watched.busy(both, DAY, DAY.plusDays(2), 3)).containsExactly(BUYER);
            assertThat(watched.busy(both, DAY, DAY, 1)).containsExactlyInAnyOrder(BUYER, OTHER);
            assertThat(watched.busy(List.of(OTHER), DAY, DAY, 1)).containsExactly(OTHER);
            assertThat(watched.busy(List.of(), DAY, DAY, 1)).isEmpty();
        }

        @Test
        @DisplayName("a registration is found from its instant on, and the last that was said holds")
        void registered() {
            watched.registered(BUYER, NOON.minusSeconds(9));
            watched.registered(BUYER, NOON);
            watched.registered(OTHER, NOON.plusMillis(1));
            assertThat(watched.registeredAt(BUYER)).contains(NOON);
            assertThat(watched.registeredAt(NOBODY)).isEmpty();
            var all = List.of(BUYER, OTHER, NOBODY);
            assertThat(watched.registeredSince(all, NOON))
                    .containsOnly(Map.entry(BUYER, NOON), Map.entry(OTHER, NOON.plusMillis(1)));
            assertThat(watched.registeredSince(all, NOON.plusMillis(1))).containsOnlyKeys(OTHER);
            assertThat(watched.registeredSince(List.of(BUYER), NOON)).containsOnlyKeys(BUYER);

            watched.rename(BUYER, new BuyerId(":erased"));
            assertThat(watched.registeredAt(BUYER)).isEmpty();
            assertThat(watched.registeredAt(new BuyerId(":erased"))).contains(NOON);
            assertThat(watched.registeredAt(OTHER)).contains(NOON.plusMillis(1));
        }

        @Test
        @DisplayName("texts are those of the buyer's messages in the consultations asked for, where they have one")
        void texts() {
            fact("asked", "CHAT", "c", "ASKED", "在吗？😀");
            fact("silent", "CHAT", "c", "ASKED", null);
            fact("wrote", "CHAT", "c", "WROTE", "Yes.");
            fact("elsewhere", "CHAT", "d", "ASKED", "Hello");
            fact("inquiry", "INQUIRY", "c", "ASKED", "Hello");
            assertThat(watched.texts(List.of(new ConsultationId("c"), new ConsultationId("none"))))
                    .containsOnly(Map.entry(new FactId("asked"), "在吗？😀"));
            assertThat(watched.texts(List.of())).isEmpty();
        }

        private void fact(String id, String track, String of, String kind, @Nullable String text) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.fact (id, track, case_id, kind, channel, occurred_at, recorded_at,
                                textless, late, content_hash)
                            values (?, ?, ?, ?, 'WEB', ?, ?, false, false, 'hash')""")
                    .params(id, track, of, kind, UtcColumn.of(NOON), UtcColumn.of(NOON))
                    .update();
            tables.jdbc()
                    .sql("insert into hourglass.fact_text (fact, body) values (?, cast(? as varchar))")
                    .param(id)
                    .param(text)
                    .update();
        }

        /** By a rule, at noon, not decided. */
        private static CaughtAccount caught(String id, BuyerId buyer, Instant recordedAt) {
            var seen = new Catch.Seen(NOON.minusSeconds(600), 41, 2, TEXT);
            var limit = new Limit(40, Duration.ofHours(24));
            return byHand(id, buyer, recordedAt)
                    .withCaught(new Catch(AbnormalRule.SAME_TEXT_TO_MANY_SHOPS, buyer, NOON, seen, limit))
                    .withState(CatchState.CAUGHT);
        }

        private static CaughtAccount byHand(String id, BuyerId buyer, Instant recordedAt) {
            return CaughtAccount.builder()
                    .id(id)
                    .buyer(buyer)
                    .state(CatchState.CONFIRMED)
                    .caughtAt(NOON)
                    .recordedAt(recordedAt)
                    .policyVersion(2)
                    .build();
        }

        private static CaughtAccount.Decision decision(String by) {
            return new CaughtAccount.Decision(by, NOON.plusSeconds(5), "Wirbt für 别的平台");
        }

        @Test
        @DisplayName("a caught account reads as it was written, by whatever it was caught, decided or not; and once")
        void roundTrip() {
            var byText = caught("t", BUYER, NOON.plusMillis(1));
            var burst = byText.withId("b")
                    .withCaught(new Catch(
                            AbnormalRule.BURST_WITHOUT_CONVERSATION,
                            BUYER,
                            NOON,
                            new Catch.Seen(NOON, 30, 0, null),
                            new Limit(30, Duration.ofMinutes(10))));
            var byHand = byHand("h", OTHER, NOON).withDecision(decision("olga"));
            List.of(byText, burst, byHand).forEach(caught::add);

            assertThat(caught.find("t")).contains(byText);
            assertThat(caught.find("b")).contains(burst);
            assertThat(caught.lock("h")).contains(byHand);
            assertThat(caught.find("none")).isEmpty();
            assertThat(caught.of(List.of(BUYER, NOBODY))).containsExactlyInAnyOrder(byText, burst);
            assertThat(caught.of(List.of())).isEmpty();
            assertThatThrownBy(() -> caught.add(byText)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("a decision changes its state and says who decided and why, and another one takes its place")
        void decided() {
            var one = caught("c", BUYER, NOON);
            var other = caught("d", OTHER, NOON);
            caught.add(one);
            caught.add(other);
            var confirmed = one.withState(CatchState.CONFIRMED).withDecision(decision("olga"));
            caught.decide(confirmed);
            assertThat(caught.find("c")).contains(confirmed);
            var takenBack = one.withState(CatchState.TAKEN_BACK)
                    .withDecision(new CaughtAccount.Decision("ada", NOON.plusSeconds(9), "A mistake."));
            caught.decide(takenBack);
            assertThat(caught.find("c")).contains(takenBack);
            assertThat(caught.find("d")).contains(other);
        }

        @Test
        @DisplayName("one is held by one at a time")
        void held() {
            caught.add(caught("c", BUYER, NOON));
            caught.add(caught("d", OTHER, NOON));
            tables.assertHeldUntilTheTransactionEnds(() -> caught.lock("c"));
            tables.assertFreeWhileHeld(() -> caught.lock("c"), () -> caught.lock("d"));
        }

        @Test
        @DisplayName("the list begins with what was learned of last, of one state or of all, a part at a time")
        void latest() {
            caught.add(caught("b", BUYER, NOON));
            caught.add(caught("a", OTHER, NOON));
            caught.add(byHand("h", OTHER, NOON.plusMillis(1)));
            assertThat(caught.latest(null, 0, 9)).extracting(CaughtAccount::id).containsExactly("h", "a", "b");
            assertThat(caught.latest(null, 1, 1)).extracting(CaughtAccount::id).containsExactly("a");
            assertThat(caught.latest(CatchState.CAUGHT, 0, 9))
                    .extracting(CaughtAccount::id)
                    .containsExactly("a", "b");
            assertThat(caught.latest(CatchState.TAKEN_BACK, 0, 9)).isEmpty();
            assertThat(caught.counts())
                    .containsOnly(Map.entry(CatchState.CAUGHT, 2L), Map.entry(CatchState.CONFIRMED, 1L));
        }

        @Test
        @DisplayName("once a buyer is erased another id stands there without the words, and of a decider another name")
        void erased() {
            var decided = caught("c", BUYER, NOON).withDecision(decision("olga"));
            var undecided = caught("d", BUYER, NOON);
            var others = byHand("h", OTHER, NOON).withDecision(decision("olga"));
            List.of(decided, undecided, others).forEach(caught::add);
            caught.rename(BUYER, new BuyerId(":erased"));
            caught.renameDecider("olga", ":somebody");

            assertThat(caught.of(List.of(BUYER))).isEmpty();
            assertThat(caught.of(List.of(new BuyerId(":erased"))))
                    .extracting(CaughtAccount::id)
                    .containsExactlyInAnyOrder("c", "d");
            assertThat(caught.find("c").orElseThrow().decision())
                    .isEqualTo(new CaughtAccount.Decision(":somebody", NOON.plusSeconds(5), ""));
            assertThat(caught.find("d").orElseThrow().decision()).isNull();
            assertThat(caught.find("h").orElseThrow().decision())
                    .isEqualTo(new CaughtAccount.Decision(
                            ":somebody", NOON.plusSeconds(5), decision("x").reason()));
        }
    }
}
