package io.hourglass.mailing.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Ended;
import io.hourglass.mailing.outgoing.OutgoingMails.Sought;
import io.hourglass.mailing.people.QuietHours;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.people.Recipient.Undeliverable;
import io.hourglass.mailing.people.Recipients;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Mail as it is kept")
class MailContractTest {

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

        private static final Instant LATER = NOON.plusSeconds(60);

        private final OwnTables tables;
        private final OutgoingMails mails;
        private final Recipients recipients;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.mails = new JdbcOutgoingMails(tables.jdbc(), tables.template(), new ObjectMapper());
            this.recipients = new JdbcRecipients(tables.jdbc());
        }

        @BeforeEach
        void people() {
            for (var name : List.of("sam", "bea")) {
                tables.jdbc()
                        .sql(
                                "insert into hourglass.account (name, role, party, password_hash, person) values (?, 'SUPPLIER', 's1', 'x', ?)")
                        .params(name, name)
                        .update();
            }
        }

        private static OutgoingMail mail(String id, long event, String account, Instant dueAt) {
            return OutgoingMail.builder()
                    .id(id)
                    .event(event)
                    .account(account)
                    .kind("reply.due_soon")
                    .track("INQUIRY")
                    .about("i-" + event)
                    .happenedAt(NOON)
                    .data(new ObjectMapper().createObjectNode().put("before", "PT4H"))
                    .state(State.WAITING)
                    .attempts(0)
                    .addedAt(NOON)
                    .dueAt(dueAt)
                    .build();
        }

        private List<OutgoingMail> claim(Instant now, int accounts, int limit) {
            return tables.inTransaction(() -> mails.claim(now, now.plusSeconds(60), accounts, limit));
        }

        @Test
        @DisplayName("of a letter it is known which cases of a track it told of, each once")
        void toldBy() {
            var some = List.of(mail("m-1", 1, "sam", NOON), mail("m-2", 2, "sam", NOON), mail("m-3", 3, "sam", NOON));
            mails.add(some);
            mails.add(List.of(mail("m-4", 1, "bea", NOON)));
            mails.end(List.of(
                    new Ended(mail("m-1", 1, "sam", NOON), State.SENT, LATER, "letter", null),
                    new Ended(mail("m-2", 2, "sam", NOON), State.SENT, LATER, "letter", null),
                    new Ended(mail("m-4", 1, "bea", NOON), State.SENT, LATER, "letter", null)));
            assertThat(mails.toldBy("letter", Track.INQUIRY)).containsExactlyInAnyOrder("i-1", "i-2");
            assertThat(mails.toldBy("letter", new Track("CHAT"))).isEmpty();
            assertThat(mails.toldBy("other", Track.INQUIRY)).isEmpty();
        }

        @Test
        @DisplayName("gives back what was added, the latest first, by account and by state")
        void added() {
            mails.add(List.of(mail("m-1", 1, "sam", NOON), mail("m-2", 2, "bea", LATER)));
            assertThat(mails.latest(new Sought(null, null), 0, 9))
                    .containsExactly(mail("m-2", 2, "bea", LATER), mail("m-1", 1, "sam", NOON));
            assertThat(mails.latest(new Sought("sam", State.WAITING), 0, 9)).hasSize(1);
            assertThat(mails.latest(new Sought("sam", State.DEAD), 0, 9)).isEmpty();
            assertThat(mails.about(Track.INQUIRY, "i-2")).hasSize(1);
            assertThat(mails.about(new Track("CHAT"), "i-2")).isEmpty();
            assertThat(mails.counted()).isEqualTo(Map.of(State.WAITING, 2));
        }

        @Test
        @DisplayName("gives all that is due to an account at once, to one node, and again after the time")
        void claimed() {
            mails.add(List.of(
                    mail("m-1", 1, "sam", NOON),
                    mail("m-2", 2, "sam", NOON),
                    mail("m-3", 3, "sam", LATER),
                    mail("m-4", 4, "bea", NOON.plusMillis(1))));
            assertThat(claim(NOON.minusMillis(1), 9, 9)).isEmpty();
            assertThat(claim(NOON, 1, 9)).extracting(OutgoingMail::id).containsExactly("m-1", "m-2");
            assertThat(claim(NOON.plusMillis(1), 9, 9))
                    .extracting(OutgoingMail::id)
                    .containsExactly("m-4");
            assertThat(claim(LATER, 9, 9))
                    .satisfiesExactly(
                            one -> assertThat(one.attempts()).isEqualTo(2),
                            one -> assertThat(one.attempts()).isEqualTo(2),
                            one -> assertThat(one.attempts()).isEqualTo(1));
        }

        @Test
        @DisplayName("lets two nodes take at the same moment, none of them the same")
        void twoNodes() {
            mails.add(List.of(mail("m-1", 1, "sam", NOON), mail("m-2", 2, "bea", NOON)));
            var other = tables.inTransaction(() -> {
                assertThat(mails.claim(NOON, LATER, 9, 1))
                        .extracting(OutgoingMail::id)
                        .containsExactly("m-1");
                return CompletableFuture.supplyAsync(() -> claim(NOON, 9, 9)).join();
            });
            assertThat(other).extracting(OutgoingMail::id).doesNotContain("m-1");
            assertThat(claim(LATER, 9, 9)).hasSize(2);
        }

        @Test
        @DisplayName("keeps that it was sent, even when another has taken it since, and a failure only of its attempt")
        void ended() {
            mails.add(List.of(mail("m-1", 1, "sam", NOON)));
            var first = claim(NOON, 9, 9).get(0);
            var second = claim(LATER, 9, 9).get(0);
            mails.end(List.of(new Ended(first, State.DEAD, LATER, "l-1", "no")));
            assertThat(mails.latest(new Sought(null, null), 0, 9).get(0).state())
                    .isEqualTo(State.WAITING);
            mails.end(List.of(new Ended(second, State.WAITING, LATER.plusSeconds(9), "l-1", "x".repeat(600))));
            assertThat(mails.latest(new Sought(null, null), 0, 9).get(0).reason())
                    .hasSize(500);
            mails.end(List.of(new Ended(first, State.SENT, LATER, "l-1", null)));
            assertThat(mails.latest(new Sought(null, null), 0, 9).get(0)).satisfies(one -> {
                assertThat(one.state()).isEqualTo(State.SENT);
                assertThat(one.endedAt()).isEqualTo(LATER);
            });
            assertThat(mails.sendAgain("m-1", LATER)).isFalse();
            assertThat(mails.bounced("none", LATER, "returned")).isEmpty();
            assertThat(mails.bounced("l-1", LATER, "returned")).contains("sam");
            assertThat(mails.sendAgain("m-1", LATER)).isTrue();
            assertThat(claim(LATER, 9, 9)).singleElement().satisfies(one -> assertThat(one.attempts())
                    .isEqualTo(1));
        }

        @Test
        @DisplayName("forgets what is old, and calls an erased account otherwise")
        void forgotten() {
            mails.add(List.of(mail("m-1", 1, "sam", NOON)));
            mails.rename("sam", "nobody-1");
            assertThat(mails.latest(new Sought("nobody-1", null), 0, 9)).hasSize(1);
            mails.forgetBefore(NOON);
            assertThat(mails.latest(new Sought(null, null), 0, 9)).hasSize(1);
            mails.forgetBefore(NOON.plusMillis(1));
            assertThat(mails.latest(new Sought(null, null), 0, 9)).isEmpty();
        }

        @Test
        @DisplayName("knows where somebody gets mail, and what was chosen, until the account goes")
        void recipients() {
            assertThat(recipients.firstAt()).isEmpty();
            var plain = Recipient.builder()
                    .account("sam")
                    .address("sam@example.com")
                    .addedAt(NOON)
                    .daily(false)
                    .build();
            recipients.put(plain);
            assertThat(recipients.find("sam")).contains(plain);
            var full = plain.withConfirmedAt(LATER)
                    .withDaily(true)
                    .withQuiet(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0)))
                    .withUndeliverable(new Undeliverable(LATER, "550 no such user"));
            recipients.put(full);
            assertThat(recipients.find("sam")).contains(full);
            assertThat(recipients.find("bea")).isEmpty();
            assertThat(recipients.firstAt()).contains(NOON);
            recipients.choose("sam", Map.of("day.sealed", true, "reply.due_soon", false));
            recipients.choose("sam", Map.of("reply.due_soon", false));
            assertThat(recipients.choices(List.of("sam", "bea")))
                    .isEqualTo(Map.of("sam", Map.of("reply.due_soon", false)));
            tables.jdbc()
                    .sql("delete from hourglass.account where name = 'sam'")
                    .update();
            assertThat(recipients.find("sam")).isEmpty();
            assertThat(recipients.choices(List.of("sam"))).isEmpty();
        }
    }
}
