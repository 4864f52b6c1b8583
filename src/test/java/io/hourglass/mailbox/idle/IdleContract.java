package io.hourglass.mailbox.idle;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hourglass.OwnTables;
import io.hourglass.TestClock;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.imap.ScriptedServer;
import io.hourglass.mailbox.imap.ScriptedServer.Dialogue;
import io.hourglass.mailbox.imap.ScriptedServer.Script;
import io.hourglass.mailbox.sync.Claims;
import io.hourglass.mailbox.sync.Claims.Claimed;
import io.hourglass.mailbox.sync.Claims.Hold;
import io.hourglass.mailbox.sync.MailServer;
import io.hourglass.mailbox.sync.MailboxNode;
import io.hourglass.mailbox.sync.RecentNews;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How mailboxes are waited for, on whatever database. */
abstract class IdleContract {

    private static final SupplierId SHOP = new SupplierId("s1");
    private static final SupplierId SECOND = new SupplierId("s2");
    private static final SupplierId THIRD = new SupplierId("s3");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final OwnTables tables;
    private final TestClock clock = new TestClock();
    private final List<MailboxNode> nodes = new ArrayList<>();

    IdleContract(OwnTables tables) {
        this.tables = tables;
    }

    @AfterEach
    void close() {
        nodes.forEach(MailboxNode::close);
    }

    private MailboxNode node(int port, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("allowed-ports", String.valueOf(port)));
        var node = new MailboxNode(tables, clock, MailboxNode.KEY, all.toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    /** With a mailbox that was read and in which something new was found, just now. */
    private void read(MailboxNode node, ScriptedServer server, SupplierId supplier) {
        node.connect(supplier, new ImapServer("127.0.0.1", server.port(), Security.PLAIN), "pw");
        change(node, supplier, reading -> reading.worked(NOON, NOON, NOON.plus(MINUTE)));
        node.bean(RecentNews.class).found(supplier);
    }

    private void change(MailboxNode node, SupplierId supplier, UnaryOperator<Reading> to) {
        tables.inTransaction(() -> {
            var mailbox = node.now(supplier);
            node.bean(Mailboxes.class).change(mailbox.withReading(to.apply(mailbox.reading())));
            return supplier;
        });
    }

    private static void look(MailboxNode node) {
        node.bean(IdleMailboxes.class).look();
    }

    private static int waiting(MailboxNode node) {
        return node.bean(IdleMailboxes.class).underWay();
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
    }

    private boolean isWoken(SupplierId supplier) {
        return tables.jdbc()
                        .sql("select count(*) from hourglass.mailbox where supplier = ? and woken_at is not null")
                        .param(supplier.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Claimed> claimDue(MailboxNode node) {
        var hold = new Hold("another", clock.instant(), clock.instant().plus(MINUTE));
        return tables.inTransaction(() -> node.bean(Claims.class).claim(hold, List.of(), 10, host -> true));
    }

    /** Until the folder is open and is waited at. */
    private static void idling(Dialogue with) throws IOException {
        with.letIn("IDLE");
        with.answer("LIST .*", "* LIST () \"/\" Sent");
        with.answer("EXAMINE .*", "* 3 EXISTS", "* OK [UIDVALIDITY 7]");
        with.hear("IDLE");
        with.say("+ idling");
    }

    private static long count(ScriptedServer server, String command) {
        return server.heard().stream().filter(one -> one.startsWith(command)).count();
    }

    @Test
    @DisplayName(
            "what is put into a mailbox that is waited for is read long before its time has come, and else when that has")
    void noticed() {
        try (var server = new MailServer()) {
            server.mailbox(SHOP, "Sent");
            server.put(SHOP, "Sent", "first@x", NOON);
            var node = node(server.port());
            node.connect(SHOP, server.address(), MailServer.PASSWORD);
            node.sync();
            look(node);
            until(() -> {
                server.put(SHOP, "Sent", "second@x", NOON);
                return isWoken(SHOP);
            });
            assertThat(node.reading(SHOP).dueAt())
                    .as("as if nothing had been told")
                    .isEqualTo(NOON.plus(MINUTE));
            assertThat(node.taken()).hasSize(1);
            clock.forward(SOONEST.minus(MOMENT));
            node.sync();
            assertThat(node.taken()).hasSize(1);
            clock.forward(MOMENT);
            node.sync();
            assertThat(node.taken()).hasSizeGreaterThan(1);
            assertThat(node.reading(SHOP).dueAt()).isEqualTo(NOON.plus(SOONEST).plus(MINUTE));
        }
    }

    @Test
    @DisplayName("where none are to be waited for, none is, and what is new is read when the mailbox is due")
    void off() {
        try (var server = new MailServer()) {
            server.mailbox(SHOP, "Sent");
            server.put(SHOP, "Sent", "first@x", NOON);
            var node = node(server.port(), "idle-connections", "0");
            node.connect(SHOP, server.address(), MailServer.PASSWORD);
            node.sync();
            look(node);
            assertThat(waiting(node)).isZero();
            server.put(SHOP, "Sent", "second@x", NOON);
            clock.forward(MINUTE.minus(MOMENT));
            node.sync();
            assertThat(node.taken()).hasSize(1);
            clock.forward(MOMENT);
            node.sync();
            assertThat(node.taken()).hasSize(2);
        }
    }

    @Test
    @DisplayName("what is told many times at once wakes once")
    void burst() throws IOException {
        Script burst = with -> {
            idling(with);
            with.say("* 4 EXISTS", "* 5 EXISTS", "* 6 EXISTS");
            with.hearDone();
            with.hear("IDLE");
            with.say("+ idling");
        };
        try (var server = ScriptedServer.of(burst)) {
            var node = node(server.port());
            read(node, server, SHOP);
            look(node);
            until(() -> count(server, "IDLE") == 2);
            clock.forward(SOONEST);
            assertThat(claimDue(node)).hasSize(1);
            assertThat(isWoken(SHOP)).isFalse();
            assertThat(waiting(node)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("what is told while a mailbox is being read is not lost: it is read again")
    void wokenMeanwhile() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var node = node(server.port());
            read(node, server, SHOP);
            look(node);
            clock.forward(MINUTE);
            var claimed = claimDue(node).get(0);
            wake(node);
            assertThat(claimDue(node)).as("it is being read").isEmpty();
            end(node, claimed);
            assertThat(claimDue(node)).as("its pass has only just begun").isEmpty();
            clock.forward(SOONEST);
            assertThat(claimDue(node)).hasSize(1);
        }
    }

    private void wake(MailboxNode node) {
        var holder = tables.jdbc()
                .sql("select idler from hourglass.mailbox where supplier = ?")
                .param(SHOP.value())
                .query(String.class)
                .single();
        tables.inTransaction(() -> {
            node.bean(Idles.class).wake(SHOP, holder, clock.instant());
            return holder;
        });
    }

    private void end(MailboxNode node, Claimed claimed) {
        var now = clock.instant();
        tables.inTransaction(() -> {
            node.bean(Claims.class)
                    .end(claimed.claim(), claimed.mailbox().reading().worked(now, now, now.plus(MINUTE)));
            return claimed;
        });
    }

    @Test
    @DisplayName("what cannot be read is tried again when its time has come, whatever is told of it")
    void wokenButFailing() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var node = node(server.port());
            read(node, server, SHOP);
            look(node);
            clock.forward(MINUTE);
            var claimed = claimDue(node).get(0);
            wake(node);
            var now = clock.instant();
            tables.inTransaction(() -> {
                node.bean(Claims.class)
                        .end(
                                claimed.claim(),
                                claimed.mailbox()
                                        .reading()
                                        .failed(new Failure(FailureKind.UNREACHABLE, "", now), now.plus(MINUTE)));
                return claimed;
            });
            clock.forward(MINUTE.minus(MOMENT));
            assertThat(claimDue(node)).isEmpty();
            clock.forward(MOMENT);
            assertThat(claimDue(node)).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "as many are waited for as there are places, those in which something new was found last; one whose place is free is given it")
    void places() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var node = node(server.port(), "idle-connections", "2");
            for (var supplier : List.of(SHOP, SECOND, THIRD)) {
                read(node, server, supplier);
            }
            look(node);
            until(() -> count(server, "IDLE") == 2);
            look(node);
            assertThat(waiting(node)).isEqualTo(2);
            assertThat(logins(server)).containsExactlyInAnyOrder("s3", "s2");
            disconnect(node, SECOND);
            until(() -> {
                look(node);
                return count(server, "IDLE") == 3;
            });
            assertThat(waiting(node)).isEqualTo(2);
            assertThat(logins(server)).hasSize(3).endsWith("s1");
        }
    }

    private static List<String> logins(ScriptedServer server) {
        return server.heard().stream()
                .filter(one -> one.startsWith("LOGIN"))
                .map(one -> one.replaceAll("LOGIN \"?(s\\d)@.*", "$1"))
                .toList();
    }

    private void disconnect(MailboxNode node, SupplierId supplier) {
        tables.inTransaction(() -> {
            node.bean(Mailboxes.class).remove(supplier);
            return supplier;
        });
    }

    @Test
    @DisplayName("of the connections to a host a third may wait, so that there is room to read; of two none")
    void host() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var few = node(server.port(), "connections-of-a-host", "2");
            for (var supplier : List.of(SHOP, SECOND, THIRD)) {
                read(few, server, supplier);
            }
            look(few);
            assertThat(waiting(few)).isZero();
            var more = node(server.port(), "connections-of-a-host", "6");
            List.of(SHOP, SECOND, THIRD).forEach(more.bean(RecentNews.class)::found);
            look(more);
            look(more);
            assertThat(waiting(more)).isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "one that does not answer at the end of a wait loses its place, and gets none for a quarter of an hour")
    void silentDeath() throws IOException {
        dropped(with -> {
            idling(with);
            with.hearLine();
        });
    }

    @Test
    @DisplayName("one that tells of something new and then does not end the wait loses its place as well")
    void stalls() throws IOException {
        dropped(with -> {
            idling(with);
            with.say("* 4 EXISTS");
            with.hearLine();
        });
    }

    @Test
    @DisplayName("one that says BYE loses its place")
    void bye() throws IOException {
        dropped(with -> {
            idling(with);
            with.say("* BYE restarting");
        });
    }

    @Test
    @DisplayName("one that refuses the login gets no place")
    void refused() throws IOException {
        dropped(with -> {
            with.say("* OK ready");
            with.answer("CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE");
            with.hear("LOGIN .*");
            with.end("NO [AUTHENTICATIONFAILED] wrong");
        });
    }

    private void dropped(Script first) throws IOException {
        try (var server = ScriptedServer.of(first, IdleContract::idling)) {
            var node = node(server.port(), "idle-for", "1s", "command-timeout", "1s");
            read(node, server, SHOP);
            look(node);
            until(() -> waiting(node) == 0);
            assertThat(node.reading(SHOP).failure())
                    .as("nothing is known of it by that")
                    .isNull();
            clock.forward(Duration.ofMinutes(15).minus(MOMENT));
            look(node);
            assertThat(server.connections()).isEqualTo(1);
            clock.forward(MOMENT);
            look(node);
            until(() -> server.connections() == 2);
        }
    }

    @Test
    @DisplayName(
            "after its time a place is free, and a mailbox may have it again a minute after it had one at the earliest")
    void again() throws IOException {
        Script whole = with -> {
            idling(with);
            with.hearDone();
        };
        try (var server = ScriptedServer.of(whole)) {
            var node = node(server.port(), "idle-for", "1s");
            read(node, server, SHOP);
            look(node);
            until(() -> waiting(node) == 0);
            clock.forward(MINUTE.minus(MOMENT));
            look(node);
            assertThat(server.connections()).isEqualTo(1);
            clock.forward(MOMENT);
            look(node);
            until(() -> server.connections() == 2);
        }
    }

    @Test
    @DisplayName("a server that does not offer it is not asked again for a day")
    void notOffered() throws IOException {
        try (var server = ScriptedServer.of(with -> with.letIn(""))) {
            var node = node(server.port());
            read(node, server, SHOP);
            look(node);
            until(() -> waiting(node) == 0);
            clock.forward(Duration.ofDays(1).minus(MOMENT));
            look(node);
            assertThat(server.connections()).isEqualTo(1);
            clock.forward(MOMENT);
            look(node);
            until(() -> server.connections() == 2);
        }
    }

    @Test
    @DisplayName("two nodes do not wait for the same mailbox; one that ends leaves it to the other at once")
    void twoNodes() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var one = node(server.port());
            var two = node(server.port());
            read(one, server, SHOP);
            two.bean(RecentNews.class).found(SHOP);
            look(one);
            look(two);
            assertThat(List.of(waiting(one), waiting(two))).containsExactly(1, 0);
            until(() -> count(server, "IDLE") == 1);
            one.close();
            look(two);
            assertThat(waiting(two)).isEqualTo(1);
            until(() -> count(server, "IDLE") == 2);
        }
    }

    @Test
    @DisplayName("one that was changed, or cannot be read any more, is let go of at the next look")
    void letGo() throws IOException {
        try (var server = ScriptedServer.of(IdleContract::idling)) {
            var node = node(server.port());
            read(node, server, SHOP);
            read(node, server, SECOND);
            read(node, server, THIRD);
            look(node);
            until(() -> count(server, "IDLE") == 3);
            change(node, SHOP, reading -> reading);
            refuse(SECOND);
            look(node);
            until(() -> count(server, "LOGOUT") == 2 && count(server, "IDLE") == 4);
            assertThat(logins(server)).as("waited for anew").endsWith("s1");
            until(() -> waiting(node) == 2);
        }
    }

    /** As a pass does it. */
    private void refuse(SupplierId supplier) {
        tables.jdbc()
                .sql("update hourglass.mailbox set state = 'REFUSED' where supplier = ?")
                .param(supplier.value())
                .update();
    }

    @Test
    @DisplayName("a program that stops ends all at once, while they connect as well, and lets go of them")
    void stopped() throws IOException {
        var reached = new CountDownLatch(1);
        Script silent = with -> {
            with.say("* OK ready");
            with.hear("CAPABILITY");
            reached.countDown();
        };
        try (var server = ScriptedServer.of(IdleContract::idling, silent)) {
            var node = node(server.port(), "command-timeout", "1s");
            read(node, server, SHOP);
            look(node);
            until(() -> count(server, "IDLE") == 1);
            read(node, server, SECOND);
            look(node);
            until(() -> reached.getCount() == 0);
            node.close();
            assertThat(tables.jdbc()
                            .sql("select count(*) from hourglass.mailbox where idler is not null")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
