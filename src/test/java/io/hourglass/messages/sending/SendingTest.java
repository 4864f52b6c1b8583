package io.hourglass.messages.sending;

import static io.hourglass.messages.sending.Node.KIND;
import static io.hourglass.messages.sending.Node.OTHER;
import static io.hourglass.messages.sending.Node.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.OwnTables;
import io.hourglass.TestClock;
import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.Outbox;
import io.hourglass.messages.signing.WebhookSecrets;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Delivery;
import io.hourglass.messages.webhooks.Delivery.Failure;
import io.hourglass.messages.webhooks.Delivery.State;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhook.Disabled;
import io.hourglass.messages.webhooks.WebhookEvents;
import io.hourglass.messages.webhooks.Webhooks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Messages to webhooks")
class SendingTest {

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

        private static final Duration RETRY = Duration.ofSeconds(6); // the first, with its jitter
        private static final String LOOPBACK = "127.0.0.0/8";

        private final OwnTables tables;
        private final TestClock clock = new TestClock();
        private final Node node;
        private final Receiver receiver = new Receiver();

        Contract(OwnTables tables) {
            this.tables = tables;
            this.node = new Node(tables, clock, LOOPBACK);
        }

        @AfterEach
        void close() {
            node.close();
            receiver.close();
        }

        @Test
        @DisplayName("are CloudEvents with the signature of Standard Webhooks")
        void signed() throws JsonProcessingException {
            var webhook = node.webhook(receiver.url(), KIND);
            node.raise("i-1");
            node.send();
            assertThat(receiver.received()).hasSize(1);
            var sent = receiver.received().get(0);
            var body = new ObjectMapper().readTree(sent.body());
            assertThat(sent.headers()).containsEntry("content-type", "application/cloudevents+json; charset=UTF-8");
            assertThat(body.path("specversion").asText()).isEqualTo("1.0");
            assertThat(body.path("id").asText()).isEqualTo(sent.id());
            assertThat(body.path("type").asText()).isEqualTo("io.hourglass.something.happened");
            assertThat(body.path("subject").asText()).isEqualTo("i-1");
            assertThat(body.path("track").asText()).isEqualTo("INQUIRY");
            assertThat(body.path("time").asText()).isEqualTo(OwnTables.NOON.toString());
            assertThat(body.path("data").path("number").asInt()).isEqualTo(1);
            assertThat(sent.headers().get("webhook-signature")).isEqualTo(signature(webhook, sent));
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        @Test
        @DisplayName("are signed with the former secret too while the receiver changes over, and no longer")
        void rotated() {
            var webhook = node.webhook(receiver.url(), KIND);
            var rotated =
                    webhook.withGeneration(2).withFormerUntil(clock.instant().plusSeconds(1));
            node.bean(Webhooks.class).change(rotated);
            node.raise("i-1");
            node.send();
            clock.forward(Duration.ofSeconds(1));
            node.raise("i-2");
            node.send();
            var both = receiver.received().get(0);
            assertThat(both.headers().get("webhook-signature"))
                    .isEqualTo(signature(webhook, both) + " " + signature(rotated, both));
            var one = receiver.received().get(1);
            assertThat(one.headers().get("webhook-signature")).isEqualTo(signature(rotated, one));
        }

        @Test
        @DisplayName("go to those alone that take their kind, from when they do")
        void filtered() {
            node.webhook(receiver.url(), OTHER);
            node.raise("i-1");
            node.send();
            assertThat(receiver.received()).isEmpty();
            assertThat(tables.rowsOf("event")).isZero();
        }

        @Test
        @DisplayName("are not sent if what they tell is rolled back")
        void rolledBack() {
            node.webhook(receiver.url(), KIND);
            assertThatThrownBy(() -> tables.inTransaction(() -> {
                        node.raiseOf("i-1", 1);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            node.send();
            assertThat(receiver.received()).isEmpty();
        }

        @Test
        @DisplayName("that fail are sent again after a while, and not before")
        void failing() {
            node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.status(500));
            node.raise("i-1");
            node.send();
            receiver.answer(Receiver.status(200));
            clock.forward(Duration.ofSeconds(3));
            node.send();
            assertThat(receiver.received()).hasSize(1);
            assertThat(node.deliveries().get(0).status()).isEqualTo(500);
            clock.forward(Duration.ofSeconds(3));
            node.send();
            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.ids()).containsOnly(receiver.ids().get(0));
            assertThat(receiver.received().get(0).body())
                    .isEqualTo(receiver.received().get(1).body());
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        @Test
        @DisplayName("whose receiver says after how many seconds are sent again then, and not before")
        void retryAfter() {
            assertSentAgainAfter(Duration.ofSeconds(100), Receiver.busy(429, "100"));
        }

        @Test
        @DisplayName("whose receiver says from when on are sent again then, and not before")
        void retryAfterDate() {
            var then = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
            assertSentAgainAfter(Duration.between(clock.instant(), then), Receiver.busy(503, httpDate(then)));
        }

        @Test
        @DisplayName("wait four hours at most, whatever their receiver says")
        void retryAfterLong() {
            assertSentAgainAfter(Duration.ofHours(4), Receiver.busy(503, "14401"));
        }

        @Test
        @DisplayName(
                "wait as ever where their receiver says nonsense, a time that has passed, or one that comes sooner")
        void retryAfterIgnored() {
            node.webhook(receiver.url(), KIND);
            for (var said :
                    List.of("soon", "-100", "100.5", httpDate(clock.instant().minus(Duration.ofDays(1))), "1")) {
                receiver.received().clear();
                receiver.answer(Receiver.busy(503, said));
                node.raise("i-1");
                node.send();
                receiver.answer(Receiver.status(204));
                clock.forward(Duration.ofSeconds(3));
                node.send();
                assertThat(receiver.received()).as(said).hasSize(1);
                clock.forward(Duration.ofSeconds(3));
                node.send();
                assertThat(receiver.received()).as(said).hasSize(2);
            }
        }

        private void assertSentAgainAfter(Duration wait, byte[] answer) {
            node.webhook(receiver.url(), KIND);
            receiver.answer(answer);
            node.raise("i-1");
            node.send();
            receiver.answer(Receiver.status(204));
            clock.forward(wait.minusMillis(1));
            node.send();
            assertThat(receiver.received()).hasSize(1);
            clock.forward(Duration.ofMillis(1));
            node.send();
            assertThat(receiver.received()).hasSize(2);
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        private static String httpDate(Instant instant) {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
        }

        @Test
        @DisplayName("wait for their elder of the same case, and for none of another")
        void ordered() {
            node.webhook(receiver.url(), KIND);
            receiver.answer(sent -> Receiver.status(sent.body().contains("\"i-1\"") ? 503 : 204));
            node.raise("i-1", "i-1", "i-2");
            node.send();
            assertThat(receiver.received())
                    .extracting(sent -> sent.body().contains("\"i-2\""))
                    .containsExactlyInAnyOrder(true, false);
            receiver.answer(Receiver.status(204));
            clock.forward(RETRY);
            node.send();
            assertThat(receiver.received()).hasSize(4);
            assertThat(node.deliveries()).extracting(Delivery::state).containsOnly(State.DELIVERED);
        }

        @Test
        @DisplayName("that are not answered in time are broken off, and hold back no other webhook")
        void stalling() {
            node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.stall());
            try (var other = new Receiver()) {
                node.webhook(other.url(), KIND);
                node.raise("i-1", "i-2", "i-3", "i-4", "i-5", "i-6", "i-7", "i-8", "i-9", "i-10");
                node.bean(HandOn.class).handOn();
                until(() -> {
                    node.bean(SendDue.class).send();
                    return other.received().size() == 10;
                });
                until(() -> receiver.received().size() == 8
                        && node.bean(SendDue.class).underWay() == 8);
                clock.forward(Duration.ofMillis(14_999));
                node.bean(SendDue.class).send();
                assertThat(node.deliveries()).noneMatch(one -> one.failure() == Failure.TIMEOUT);
                clock.forward(Duration.ofMillis(1));
                node.bean(SendDue.class).send();
                assertThat(node.deliveries())
                        .filteredOn(one -> one.failure() == Failure.TIMEOUT)
                        .hasSize(8);
            }
        }

        @Test
        @DisplayName("disable a webhook that answers that it is gone; what waits for it becomes dead letters")
        void gone() {
            var webhook = node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.status(410));
            node.raise("i-1", "i-1");
            node.send();
            assertThat(node.now(webhook).disabled()).isEqualTo(Disabled.GONE);
            assertThat(node.deliveries())
                    .extracting(Delivery::state, Delivery::failure)
                    .containsExactlyInAnyOrder(tuple(State.DEAD, Failure.STATUS), tuple(State.DEAD, Failure.DISABLED));
            assertThat(receiver.received()).hasSize(1);
        }

        @Test
        @DisplayName("whose answer breaks off in its middle are sent again")
        void brokenOff() {
            assertFailsOnce(Receiver.brokenOff(), Failure.CONNECTION);
        }

        @Test
        @DisplayName("whose answer is longer than what is read of one are sent again")
        void longAnswer() {
            assertFailsOnce(Receiver.withBody(70_000), Failure.LONG_ANSWER);
        }

        @Test
        @DisplayName("with an answer as long as what is read have arrived")
        void readAnswer() {
            node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.withBody(65_536));
            node.raise("i-1");
            node.send();
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        @Test
        @DisplayName("follow no redirect")
        void redirected() {
            try (var elsewhere = new Receiver()) {
                assertFailsOnce(Receiver.redirect(elsewhere.url().toString()), Failure.STATUS);
                assertThat(elsewhere.received()).isEmpty();
            }
        }

        private void assertFailsOnce(byte[] answer, Failure failure) {
            node.webhook(receiver.url(), KIND);
            receiver.answer(answer);
            node.raise("i-1");
            node.send();
            assertThat(node.deliveries())
                    .extracting(Delivery::state, Delivery::failure)
                    .containsExactly(tuple(State.WAITING, failure));
            receiver.answer(Receiver.status(204));
            clock.forward(RETRY);
            node.send();
            assertThat(receiver.received()).hasSize(2);
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        @Test
        @DisplayName("are not sent into this machine or its network, by whatever name it is called")
        void inside() {
            try (var strict = new Node(tables, clock)) {
                var port = receiver.url().getPort();
                for (var host : List.of(
                        "127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1")) {
                    strict.webhook(URI.create("http://" + host + ":" + port + "/"), KIND);
                }
                strict.raise("i-1");
                strict.send();
                assertThat(receiver.received()).isEmpty();
                assertThat(strict.deliveries()).hasSize(7).allSatisfy(one -> assertThat(one.failure())
                        .isEqualTo(Failure.FORBIDDEN_ADDRESS));
            }
        }

        @Test
        @DisplayName("that fail for a day become dead letters, which can be sent again")
        void dead() {
            var webhook = node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.status(500));
            node.raise("i-1");
            for (var hours = 0; hours < 25; hours++) {
                node.send();
                clock.forward(Duration.ofHours(1));
            }
            node.send();
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DEAD);
            assertThat(receiver.received()).hasSizeBetween(9, 16);
            assertThat(node.now(webhook).isEnabled()).isTrue();
            receiver.answer(Receiver.status(204));
            assertThat(node.bean(Deliveries.class).sendAgain(webhook.id(), clock.instant()))
                    .isEqualTo(1);
            node.send();
            assertThat(node.deliveries()).extracting(Delivery::state).containsExactly(State.DELIVERED);
        }

        @Test
        @DisplayName(
                "are given up where nothing has arrived for three days: the webhook is disabled, and others are told")
        void disabled() {
            var webhook = node.webhook(receiver.url(), KIND);
            receiver.answer(Receiver.status(500));
            try (var other = new Receiver()) {
                node.webhook(other.url(), WebhookEvents.DISABLED);
                node.raise("i-1");
                node.send();
                clock.forward(Duration.ofDays(3).minusMillis(1));
                node.raise("i-2");
                node.send();
                assertThat(node.now(webhook).isEnabled()).isTrue();
                clock.forward(Duration.ofHours(1));
                node.send();
                assertThat(node.now(webhook).disabled()).isEqualTo(Disabled.FAILING);
                node.send();
                assertThat(other.received()).hasSize(1);
                assertThat(other.received().get(0).body())
                        .contains("\"type\":\"io.hourglass.webhook.disabled\"")
                        .contains("\"subject\":\"" + webhook.id() + "\"")
                        .contains("\"reason\":\"FAILING\"");
                assertThat(tables.rowsOf("ledger_record")).isEqualTo(1);
            }
        }

        @Test
        @DisplayName("are raised from the moment at which a node starts, before it has sent any")
        void started() {
            node.webhook(receiver.url(), KIND);
            try (var starting = new Node(tables, clock, LOOPBACK)) {
                starting.raise("i-1");
                starting.send();
            }
            assertThat(receiver.received()).hasSize(1);
        }

        @Test
        @DisplayName("that a node took which is lost are taken by another, not before the lease is over")
        void lostNode() {
            var webhook = node.webhook(receiver.url(), KIND);
            node.raise("i-1");
            node.bean(HandOn.class).handOn();
            try (var other = new Node(tables, clock, LOOPBACK)) {
                assertThat(node.bean(ClaimDue.class).claim(webhook, Duration.ofSeconds(15), 8))
                        .hasSize(1);
                clock.forward(Duration.ofMillis(74_999));
                other.send();
                assertThat(receiver.received()).isEmpty();
                clock.forward(Duration.ofMillis(1));
                other.send();
                assertThat(receiver.received()).hasSize(1);
            }
        }

        @Test
        @DisplayName("are sent at least once each, however often the program stops between the change and the sending")
        void stops() {
            node.webhook(receiver.url(), KIND);
            for (var stop = 0; stop < 50; stop++) {
                try (var stopping = new Node(tables, clock, LOOPBACK)) {
                    stopping.raise("i-" + stop, "i-" + stop);
                    switch (stop % 4) {
                        case 0 -> stopping.bean(HandOn.class);
                        case 1 -> stopping.bean(HandOn.class).handOn();
                        case 2 -> {
                            stopping.bean(HandOn.class).handOn();
                            stopping.bean(SendDue.class).send();
                        }
                        default -> {
                            stopping.bean(HandOn.class).handOn();
                            stopping.bean(SendDue.class).send();
                            stopping.bean(SendDue.class).stop();
                        }
                    }
                }
            }
            clock.forward(Duration.ofMinutes(2));
            node.send();
            assertThat(receiver.received().stream().map(Receiver.Received::id).distinct())
                    .hasSize(100);
            assertThat(node.deliveries()).hasSize(100).allMatch(one -> one.state() == State.DELIVERED);
        }

        @Test
        @DisplayName("are forgotten with their events")
        void forgotten() {
            node.webhook(receiver.url(), KIND);
            node.raise("i-1");
            node.send();
            node.bean(Outbox.class).forgetBefore(clock.instant());
            assertThat(tables.rowsOf("delivery")).isEqualTo(1);
            node.bean(Outbox.class).forgetBefore(clock.instant().plusMillis(1));
            assertThat(tables.rowsOf("delivery")).isZero();
            assertThat(tables.rowsOf("event")).isZero();
        }

        /** As a receiver computes it, from the secret that it was given. */
        private String signature(Webhook webhook, Receiver.Received sent) {
            try {
                var secret = Base64.getDecoder()
                        .decode(node.bean(WebhookSecrets.class).text(webhook).substring("whsec_".length()));
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                var signed = sent.id() + "." + sent.headers().get("webhook-timestamp") + "." + sent.body();
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
