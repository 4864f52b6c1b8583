package io.hourglass.mailbox.sync;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.mailbox.sync.MailboxNode.covered;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.TestClock;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.grants.TokenServer;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.sync.Claims.Claimed;
import io.hourglass.mailbox.sync.Claims.Hold;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How mailboxes of a real server are read, on whatever database. */
@ExtendWith(OutputCaptureExtension.class)
abstract class MailboxSyncContract {

    private static final SupplierId SHOP = new SupplierId("s1");
    private static final String SENT = "Sent";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final OwnTables tables;
    private final TestClock clock = new TestClock();
    private final MailServer server = new MailServer();
    private MailboxNode node;

    MailboxSyncContract(OwnTables tables) {
        this.tables = tables;
        this.node = node();
    }

    private MailboxNode node(String... settings) {
        var all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "allowed-ports";
        all[1] = String.valueOf(server.port());
        return new MailboxNode(tables, clock, MailboxNode.KEY, all);
    }

    private void restart(String... settings) {
        node.close();
        node = node(settings);
    }

    @BeforeEach
    void mailbox() {
        server.mailbox(SHOP, SENT);
    }

    @AfterEach
    void close() {
        node.close();
        server.close();
    }

    private void connect() {
        node.connect(SHOP, server.address(), MailServer.PASSWORD);
    }

    private void sent(String messageId, Instant arrivedAt) {
        server.put(SHOP, SENT, messageId, arrivedAt);
    }

    private void syncAfter(Duration span) {
        clock.forward(span);
        node.sync();
    }

    private List<String> taken() {
        return ids(node.taken());
    }

    private static List<String> ids(List<SyncedMail> mails) {
        return mails.stream()
                .map(mail -> mail.headers().first("message-id").replaceAll("[<>]", ""))
                .toList();
    }

    private Reading reading() {
        return node.reading(SHOP);
    }

    private MailboxState state() {
        return reading().state();
    }

    private FailureKind failure() {
        return Objects.requireNonNull(reading().failure()).kind();
    }

    @Test
    @DisplayName(
            "at first what came since five days before the connection is read, and nothing is known of the time before that")
    void first() {
        sent("old@x", NOON.minus(Duration.ofDays(8)));
        sent("five@x", NOON.minus(Duration.ofDays(5)).plusSeconds(1));
        sent("new@x", NOON.minusSeconds(1));
        connect();
        assertThat(state()).isEqualTo(MailboxState.WAITING_FOR_FIRST);
        node.sync();
        assertThat(taken()).containsExactly("five@x", "new@x");
        assertThat(node.taken()).allSatisfy(mail -> {
            assertThat(mail.folder()).isEqualTo(Folder.SENT);
            assertThat(mail.seenBefore()).isNull();
            assertThat(mail.readAt()).isEqualTo(NOON);
        });
        assertThat(node.taken().get(1).arrivedAt())
                .isEqualTo(NOON.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
        assertThat(state()).isEqualTo(MailboxState.WORKING);
        assertThat(node.told()).isEmpty();
    }

    @Test
    @DisplayName(
            "it is read a minute after the pass before began, not sooner, and what was covered goes on where it had ended")
    void again() {
        connect();
        node.sync();
        sent("new@x", NOON);
        syncAfter(MINUTE.minusMillis(1));
        assertThat(taken()).isEmpty();
        syncAfter(Duration.ofMillis(1));
        assertThat(taken()).containsExactly("new@x");
        assertThat(node.taken().get(0).seenBefore()).isEqualTo(NOON);
        syncAfter(MINUTE);
        assertThat(taken()).hasSize(1);
        assertThat(node.told())
                .containsExactly(
                        covered(SHOP, NOON, NOON.plus(MINUTE)),
                        covered(SHOP, NOON.plus(MINUTE), NOON.plus(MINUTE).plus(MINUTE)));
    }

    @Test
    @DisplayName("how far it was read outlives the program, in parts of many mails")
    void restarted() {
        IntStream.range(0, 450).forEach(number -> sent(number + "@x", NOON));
        connect();
        node.sync();
        assertThat(taken()).hasSize(450).doesNotHaveDuplicates();
        sent("new@x", NOON);
        restart();
        syncAfter(MINUTE);
        assertThat(taken()).containsExactly("new@x");
    }

    @Test
    @DisplayName("a folder that is numbered anew is read again since the day before its coverage ended")
    void renumbered() {
        IntStream.range(0, 5).forEach(number -> sent("former-" + number + "@x", NOON.minus(DAY.multipliedBy(9))));
        connect();
        node.sync();
        syncAfter(DAY.multipliedBy(5));
        var covered = clock.instant();
        server.makeAnew(SHOP, SENT);
        sent("old@x", covered.minus(DAY.multipliedBy(3)));
        sent("kept@x", covered.minus(Duration.ofHours(3)));
        sent("new@x", covered.plusSeconds(3));
        syncAfter(MINUTE);
        assertThat(taken()).containsExactly("kept@x", "new@x");
        assertThat(node.taken()).allMatch(mail -> covered.equals(mail.seenBefore()));
        syncAfter(MINUTE);
        assertThat(taken()).hasSize(2);
    }

    @Test
    @DisplayName(
            "what cannot be taken is read again: nothing of it is noted as read, or covered, and nothing of it is logged")
    void notTaken(CapturedOutput output) {
        connect();
        node.sync();
        sent("marked-id@x", NOON);
        node.whenTaken(mails -> {
            throw new IllegalStateException("no row for " + mails);
        });
        syncAfter(MINUTE);
        assertThat(failure()).isEqualTo(FailureKind.NOT_TAKEN);
        assertThat(state()).isEqualTo(MailboxState.INTERRUPTED);
        assertThat(node.told()).isEmpty();
        node.whenTaken(mails -> {});
        syncAfter(Duration.ofMinutes(2));
        assertThat(taken()).containsExactly("marked-id@x");
        assertThat(state()).isEqualTo(MailboxState.WORKING);
        assertThat(node.told()).containsExactly(covered(SHOP, NOON, clock.instant()));
        assertThat(output.getAll()).contains("is read again").doesNotContain("marked");
    }

    @Test
    @DisplayName("of many parts those that were taken stay read when one is not")
    void partly() {
        IntStream.range(0, 450).forEach(number -> sent(number + "@x", NOON));
        connect();
        node.whenTaken(mails -> {
            if (ids(mails).contains("300@x")) {
                throw new IllegalStateException();
            }
        });
        node.sync();
        assertThat(taken()).hasSize(200);
        node.whenTaken(mails -> {});
        syncAfter(Duration.ofMinutes(2));
        assertThat(taken()).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("what a node that was lost was reading another reads once its hold is over, and not before")
    void lost() {
        connect();
        var claimed = claimAsAnother();
        syncAfter(Pass.HELD_FOR.minusMillis(1));
        assertThat(state()).isEqualTo(MailboxState.WAITING_FOR_FIRST);
        syncAfter(Duration.ofMillis(1));
        assertThat(state()).isEqualTo(MailboxState.WORKING);
        node.bean(KeepReading.class).failed(claimed.claim(), FailureKind.UNREACHABLE, "");
        assertThat(state()).as("what the lost one says now").isEqualTo(MailboxState.WORKING);
    }

    private Claimed claimAsAnother() {
        var hold = new Hold("another", clock.instant(), clock.instant().plus(Pass.HELD_FOR));
        return tables.inTransaction(() -> node.bean(Claims.class).claim(hold, List.of(), 1, host -> true))
                .get(0);
    }

    @Test
    @DisplayName("a mailbox that is changed or disconnected while it is read is left alone by who reads it")
    void changed() {
        connect();
        var claimed = claimAsAnother();
        tables.inTransaction(() -> {
            node.bean(Mailboxes.class).change(node.now(SHOP).tried(clock.instant()));
            return claimed;
        });
        node.bean(KeepReading.class).failed(claimed.claim(), FailureKind.REFUSED_LOGIN, "");
        assertThat(state()).isEqualTo(MailboxState.WAITING_FOR_FIRST);
        node.sync();
        assertThat(state()).isEqualTo(MailboxState.WORKING);
        var second = claimAsAnotherAfter(MINUTE);
        tables.inTransaction(() -> {
            node.bean(Mailboxes.class).remove(SHOP);
            return second;
        });
        node.bean(KeepReading.class).worked(second.claim(), clock.instant());
        assertThat(node.bean(Mailboxes.class).find(SHOP)).isEmpty();
        assertThat(tables.rowsOf("mailbox_secret")).isZero();
        assertThat(tables.rowsOf("mailbox_cursor")).isZero();
        assertThat(node.told()).isEmpty();
    }

    private Claimed claimAsAnotherAfter(Duration span) {
        clock.forward(span);
        return claimAsAnother();
    }

    @Test
    @DisplayName("a node that is stopped lets go of what it was reading, and notes no failure of it")
    void stopped() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            restart("connect-timeout", "1s", "allowed-ports", String.valueOf(silent.getLocalPort()));
            node.connect(SHOP, new ImapServer("127.0.0.1", silent.getLocalPort(), Security.PLAIN), "pw");
            assertThat(node.bean(SyncMailboxes.class).begin()).isEqualTo(1);
            assertThat(holders()).isEqualTo(1);
            restart();
            assertThat(holders()).isZero();
            assertThat(state()).isEqualTo(MailboxState.WAITING_FOR_FIRST);
        }
    }

    private int holders() {
        return tables.jdbc()
                .sql("select count(*) from hourglass.mailbox where holder is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName(
            "a password that is refused is told at once and once, tried seldom, and its end is told; then the gap is covered")
    void refused() {
        connect();
        node.sync();
        server.password(SHOP, "another");
        syncAfter(MINUTE);
        assertThat(state()).isEqualTo(MailboxState.REFUSED);
        assertThat(failure()).isEqualTo(FailureKind.REFUSED_LOGIN);
        assertThat(Objects.requireNonNull(reading().failure()).words()).doesNotContain("marked-word");
        var told = List.of("toldOfRefusal s1 " + clock.instant());
        assertThat(node.told()).isEqualTo(told);
        assertThat(node.events()).containsExactly("mailbox.stopped s1 REFUSED");
        assertThat(reading().dueAt()).isAfter(clock.instant().plus(Duration.ofMinutes(45)));
        syncAfter(Duration.ofHours(3));
        node.bean(WatchMailboxes.class).look();
        assertThat(reading().failures()).isEqualTo(2);
        assertThat(node.told())
                .filteredOn(one -> one.startsWith("toldOfRefusal"))
                .isEqualTo(told);
        assertThat(node.events()).containsExactly("mailbox.stopped s1 REFUSED", "mailboxes.stopped 0 1");
        server.password(SHOP, MailServer.PASSWORD);
        sent("meanwhile@x", NOON.plus(Duration.ofHours(1)));
        syncAfter(DAY);
        assertThat(state()).isEqualTo(MailboxState.WORKING);
        assertThat(reading().failure()).isNull();
        assertThat(taken()).containsExactly("meanwhile@x");
        assertThat(node.told()).endsWith(covered(SHOP, NOON, clock.instant()));
        assertThat(node.events())
                .containsExactly("mailbox.stopped s1 REFUSED", "mailboxes.stopped 0 1", "mailbox.working s1");
    }

    @Test
    @DisplayName("one that was not read for longer than the lag is told once to have stopped, and that it works again")
    void lag() {
        connect();
        node.sync();
        node.whenTaken(mails -> {
            throw new IllegalStateException();
        });
        sent("new@x", NOON);
        syncAfter(TWO_MINUTES);
        node.bean(WatchMailboxes.class).look();
        assertThat(node.events()).isEmpty();
        clock.forward(Duration.ofMillis(1));
        node.bean(WatchMailboxes.class).look();
        node.bean(WatchMailboxes.class).look();
        assertThat(node.events()).containsExactly("mailbox.stopped s1 LAG", "mailboxes.stopped 1 0");
        node.whenTaken(mails -> {});
        syncAfter(Duration.ofMinutes(30));
        assertThat(node.events())
                .containsExactly("mailbox.stopped s1 LAG", "mailboxes.stopped 1 0", "mailbox.working s1");
        assertThat(node.told()).endsWith(covered(SHOP, NOON, clock.instant()));
    }

    @Test
    @DisplayName("once it is unread for longer than the lag, what nobody could see in that time is judged again, once")
    void gapNoticed() {
        connect();
        node.sync();
        clock.forward(Duration.ofMinutes(10));
        node.bean(WatchMailboxes.class).look();
        assertThat(node.told()).noneMatch(told -> told.startsWith("changed"));
        clock.forward(Duration.ofMillis(1));
        node.bean(WatchMailboxes.class).look();
        clock.forward(MINUTE);
        node.bean(WatchMailboxes.class).look();
        assertThat(node.told()).filteredOn(told -> told.startsWith("changed")).hasSize(1);
        node.sync();
        clock.forward(Duration.ofMinutes(11));
        node.bean(WatchMailboxes.class).look();
        assertThat(node.told()).filteredOn(told -> told.startsWith("changed")).hasSize(2);
    }

    @Test
    @DisplayName("operations hear of all that have stopped since they last heard, by one event; of none twice")
    void operations() {
        connect();
        var others = List.of(new SupplierId("s2"), new SupplierId("s3"));
        others.forEach(one -> node.connect(one, server.address(), "wrong"));
        clock.forward(TWO_MINUTES.plusMillis(1));
        node.bean(WatchMailboxes.class).look();
        assertThat(node.events()).endsWith("mailboxes.stopped 3 0");
        syncAfter(MINUTE);
        node.bean(WatchMailboxes.class).look();
        node.bean(WatchMailboxes.class).look();
        assertThat(node.events()).endsWith("mailboxes.stopped 0 2");
    }

    @Test
    @DisplayName(
            "one that lagged first and is refused then is told as refused as well: the supplier has to do something now")
    void lagThenRefused() {
        node.connect(SHOP, server.address(), "wrong");
        clock.forward(Duration.ofMinutes(11));
        node.bean(WatchMailboxes.class).look();
        node.sync();
        assertThat(node.events())
                .containsExactly("mailbox.stopped s1 LAG", "mailboxes.stopped 1 0", "mailbox.stopped s1 REFUSED");
        assertThat(node.told()).endsWith("toldOfRefusal s1 " + clock.instant());
    }

    @Test
    @DisplayName("a folder of sent mails that is not known is asked for; the one that is named is read")
    void noSentFolder() {
        var other = new SupplierId("s2");
        server.mailbox(other, "Odd name");
        node.connect(other, server.address(), MailServer.PASSWORD);
        node.sync();
        assertThat(node.reading(other).state()).isEqualTo(MailboxState.NO_SENT_FOLDER);
        server.put(other, "Odd name", "found@x", NOON);
        tables.inTransaction(() -> {
            node.bean(Mailboxes.class)
                    .change(node.now(other)
                            .withFolders(new Folders("Odd name", false))
                            .tried(clock.instant()));
            return other;
        });
        node.sync();
        assertThat(node.reading(other).state()).isEqualTo(MailboxState.WORKING);
        assertThat(taken()).containsExactly("found@x");
    }

    @Test
    @DisplayName("the inbox is read where it is wanted, and only there")
    void inbox() {
        var other = new SupplierId("s2");
        server.mailbox(other, SENT);
        server.put(SHOP, "INBOX", "unwanted@x", NOON);
        server.put(other, "INBOX", "wanted@x", NOON);
        connect();
        node.connect(other, server.address(), MailServer.PASSWORD, new Folders(null, true));
        node.sync();
        assertThat(taken()).containsExactly("wanted@x");
        assertThat(node.taken().get(0).folder()).isEqualTo(Folder.INBOX);
    }

    @Test
    @DisplayName("a secret whose key is not known leaves the mailbox waiting for the key, and no server is asked")
    void noKey() {
        connect();
        node.close();
        node = new MailboxNode(tables, clock, MailboxNode.OLD_KEY, "allowed-ports", String.valueOf(server.port()));
        node.sync();
        assertThat(state()).isEqualTo(MailboxState.NO_KEY);
        restart();
        syncAfter(Duration.ofMinutes(2));
        assertThat(state()).isEqualTo(MailboxState.WORKING);
    }

    @Test
    @DisplayName(
            "a grant that has ended is told as a refusal, with what has to be renewed; one that was renewed is kept")
    void granted() throws SecretUnreadable {
        try (var tokens = new TokenServer()) {
            restart(
                    "providers.test.client-id",
                    "client",
                    "providers.test.authorization-uri",
                    tokens.authorizationUri(),
                    "providers.test.token-uri",
                    tokens.uri());
            connect();
            node.grant(SHOP, "test", "first");
            tokens.grants("token", ", \"refresh_token\": \"second\"");
            node.sync();
            assertThat(node.secret(SHOP, SecretField.REFRESH_TOKEN).value()).isEqualTo("second");
            tokens.answers(400, "{\"error\": \"invalid_grant\"}");
            syncAfter(DAY.multipliedBy(2));
            assertThat(failure()).isEqualTo(FailureKind.GRANT_ENDED);
            assertThat(state()).isEqualTo(MailboxState.REFUSED);
            assertThat(node.events()).containsExactly("mailbox.stopped s1 REFUSED");
        }
    }

    @Test
    @DisplayName("without any key nothing is read")
    void off() {
        connect();
        node.close();
        node = new MailboxNode(tables, clock, "", "allowed-ports", String.valueOf(server.port()));
        node.sync();
        assertThat(state()).isEqualTo(MailboxState.WAITING_FOR_FIRST);
    }

    @Test
    @DisplayName("a port that is not allowed is not called")
    void forbidden() {
        node.connect(SHOP, new ImapServer("127.0.0.1", 25, Security.PLAIN), MailServer.PASSWORD);
        node.sync();
        assertThat(failure()).isEqualTo(FailureKind.ADDRESS_FORBIDDEN);
        assertThat(state()).isEqualTo(MailboxState.WRONG_SERVER);
    }

    @Test
    @DisplayName("a host that does not answer holds up no other, however many mailboxes are on it")
    void hanging() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            node.close();
            node = new MailboxNode(
                    tables,
                    clock,
                    MailboxNode.KEY,
                    "allowed-ports",
                    server.port() + "," + silent.getLocalPort(),
                    "connect-timeout",
                    "1s",
                    "connections",
                    "4",
                    "connections-of-a-host",
                    "2");
            var host = new ImapServer("localhost", silent.getLocalPort(), Security.PLAIN);
            IntStream.range(0, 6).forEach(number -> node.connect(new SupplierId("hanging-" + number), host, "pw"));
            clock.forward(Duration.ofMillis(1));
            connect();
            var sync = node.bean(SyncMailboxes.class);
            assertThat(sync.begin()).isEqualTo(2);
            assertThat(sync.begin()).isEqualTo(1);
            while (state() != MailboxState.WORKING) {
                Thread.onSpinWait();
            }
            assertThat(sync.begin()).as("those of a host that is full wait").isZero();
            assertThat(sync.underWay()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    @DisplayName("as soon as one of a host that is full has been read, the next is begun, in the same round")
    void nextAtOnce() {
        restart("connections-of-a-host", "1");
        var many = IntStream.range(0, 5)
                .mapToObj(number -> new SupplierId("m" + number))
                .toList();
        many.forEach(supplier -> {
            server.mailbox(supplier, SENT);
            node.connect(supplier, server.address(), MailServer.PASSWORD);
        });
        node.bean(SyncMailboxes.class).readDue(() -> true, MINUTE);
        assertThat(many)
                .allSatisfy(
                        supplier -> assertThat(node.reading(supplier).state()).isEqualTo(MailboxState.WORKING));
    }

    @Test
    @DisplayName("two nodes read each mailbox once")
    void twoNodes() {
        var many = IntStream.range(0, 40)
                .mapToObj(number -> new SupplierId("m" + number))
                .toList();
        many.forEach(supplier -> {
            server.mailbox(supplier, SENT);
            server.put(supplier, SENT, supplier + "@x", NOON);
            node.connect(supplier, server.address(), MailServer.PASSWORD);
        });
        try (var second = node("connections", "4")) {
            var one = node.bean(SyncMailboxes.class);
            var two = second.bean(SyncMailboxes.class);
            while (one.begin() + two.begin() > 0 || one.underWay() + two.underWay() > 0) {
                Thread.onSpinWait();
            }
            assertThat(IntStream.concat(
                                    IntStream.of(node.taken().size()),
                                    IntStream.of(second.taken().size()))
                            .sum())
                    .isEqualTo(many.size());
        }
        assertThat(many)
                .allSatisfy(
                        supplier -> assertThat(node.reading(supplier).state()).isEqualTo(MailboxState.WORKING));
    }
}
