package io.hourglass.mailbox.setup;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.coverage.RecordCoverage;
import io.hourglass.mailbox.grants.AccessTokens;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.secrets.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Connects, changes and disconnects mailboxes. Each deed is in the ledger, without address or secret. */
@Component
@Transactional
public class ConnectMailbox {

    private final Mailboxes mailboxes;
    private final Secrets secrets;
    private final MailboxKeys keys;
    private final AccessTokens tokens;
    private final RecordCoverage coverage;
    private final Actions actions;
    private final Clock clock;

    ConnectMailbox(
            Mailboxes mailboxes,
            Secrets secrets,
            MailboxKeys keys,
            AccessTokens tokens,
            RecordCoverage coverage,
            Actions actions,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.secrets = secrets;
        this.keys = keys;
        this.tokens = tokens;
        this.coverage = coverage;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param wish checked, with user and server */
    Mailbox put(SupplierId supplier, MailboxWish wish) {
        var now = clock.instant();
        var before = mailboxes.lock(supplier);
        var wished = wished(supplier, wish, before.map(Mailbox::connectedAt).orElse(now), now);
        if (before.isPresent()) {
            return change(before.get(), wished, wish, now);
        }
        var secret = wish.secret();
        if (secret == null) {
            throw MailboxInput.secretMissing(wish.secretField());
        }
        mailboxes.add(wished);
        keep(wished, secret);
        coverage.connected(supplier, now);
        actions.note(Action.CONNECT_A_MAILBOX, supplier.value(), wished.server().host());
        return wished;
    }

    private static Mailbox wished(SupplierId supplier, MailboxWish wish, Instant connectedAt, Instant now) {
        return Mailbox.builder()
                .supplier(supplier)
                .address(wish.address())
                .server(Objects.requireNonNull(wish.server()))
                .user(Objects.requireNonNull(wish.user()))
                .provider(wish.provider())
                .folders(wish.folders())
                .connectedAt(connectedAt)
                .reading(Reading.begun(now))
                .build();
    }

    /** What is kept is sent to no other server, and under no other name: who may change a mailbox need not know its password. */
    private Mailbox change(Mailbox before, Mailbox wished, MailboxWish wish, Instant now) {
        var isSame = before.signsIn(wished.server(), wished.user(), wished.provider());
        var secret = wish.secret();
        if (secret == null && !isSame) {
            throw MailboxInput.secretMissing(wish.secretField());
        }
        var changed = wished.withReading(before.reading()).tried(now);
        mailboxes.change(changed);
        if (!isSame) {
            mailboxes.readAnew(before.supplier());
        }
        if (secret != null) {
            keep(changed, secret);
        }
        actions.note(
                Action.CHANGE_A_MAILBOX,
                changed.supplier().value(),
                changed.server().host());
        return changed;
    }

    private void keep(Mailbox mailbox, Secret secret) {
        var field = mailbox.secretField();
        secrets.keepOnly(mailbox.supplier(), field);
        secrets.put(mailbox.supplier(), field, keys.seal(mailbox.supplier(), field, secret));
    }

    /**
     * With its secret and how far it was read.
     *
     * @throws NotFound if the supplier has none
     */
    public void disconnect(SupplierId supplier) {
        var before = mailboxes.lock(supplier).orElseThrow(() -> new NotFound("mailbox", supplier.value()));
        mailboxes.remove(supplier);
        tokens.forget(supplier);
        coverage.disconnected(supplier, clock.instant());
        actions.note(
                Action.DISCONNECT_A_MAILBOX, supplier.value(), before.server().host());
    }
}
