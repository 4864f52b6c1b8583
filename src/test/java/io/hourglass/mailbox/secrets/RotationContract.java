package io.hourglass.mailbox.secrets;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.sync.MailboxNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the key of the secrets of mailboxes is changed, on whatever database. */
abstract class RotationContract {

    private static final int SOME = 230;

    private final OwnTables tables;

    RotationContract(OwnTables tables) {
        this.tables = tables;
    }

    private MailboxNode node(String keys) {
        return new MailboxNode(tables, Clock.fixed(NOON, ZoneOffset.UTC), keys);
    }

    @BeforeEach
    void mailboxes() {
        try (var old = node(MailboxNode.OLD_KEY)) {
            IntStream.range(0, SOME).forEach(number -> old.connect("s" + number, "mail.example", "pw" + number));
        }
    }

    private List<String> keysInUse() {
        return tables.jdbc()
                .sql("select distinct key_id from hourglass.mailbox_secret")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "all secrets are encrypted by the first key, in parts, and open as before; a second time there is nothing to do")
    void rotates() throws SecretUnreadable {
        try (var both = node(MailboxNode.KEY + "," + MailboxNode.OLD_KEY)) {
            var rotation = both.bean(RotateMailboxKey.class);
            assertThat(rotation.rotate()).isEqualTo(new RotateMailboxKey.Rotated(SOME, 0));
            assertThat(rotation.rotate()).isEqualTo(new RotateMailboxKey.Rotated(0, 0));
        }
        try (var only = node(MailboxNode.KEY)) {
            assertThat(keysInUse())
                    .containsExactly(only.bean(MailboxKeys.class).current().orElseThrow());
            for (var number : List.of(0, 99, 100, SOME - 1)) {
                assertThat(only.password(new SupplierId("s" + number)).value()).isEqualTo("pw" + number);
            }
        }
    }

    @Test
    @DisplayName("broken off after a part, it goes on where it was")
    void brokenOff() {
        tables.jdbc()
                .sql("update hourglass.mailbox_secret set sealed = 'damaged' where supplier = 's7'")
                .update();
        try (var both = node(MailboxNode.KEY + "," + MailboxNode.OLD_KEY)) {
            var done = tables.inTransaction(() -> both.bean(Secrets.class)
                    .holdSealedBy(both.bean(MailboxKeys.class).ids(), "", 10));
            assertThat(done).hasSize(10);
            var rotated = both.bean(RotateMailboxKey.class).rotate();
            assertThat(rotated).isEqualTo(new RotateMailboxKey.Rotated(SOME - 1, 1));
        }
    }

    @Test
    @DisplayName("without its former key none is lost: it says how many it could not decrypt")
    void unknown() {
        try (var only = node(MailboxNode.KEY)) {
            assertThat(only.bean(RotateMailboxKey.class).rotate()).isEqualTo(new RotateMailboxKey.Rotated(0, SOME));
        }
        assertThat(tables.rowsOf("mailbox_secret")).isEqualTo(SOME);
    }
}
