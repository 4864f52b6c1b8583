package io.hourglass.mailing.people;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.AccountClosed;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.NotFound;
import io.hourglass.mail.MailAddress;
import io.hourglass.mailing.kinds.MailKind;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.messages.outbox.WantedKinds;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets who gets mail where, and of what. An address that the marketplace gives is the person's; one that somebody types is nobody's until
 * its reader says so, by the link in a mail to it: else anybody could have mail sent to anybody.
 */
@Component
@Transactional
public class ChooseMail {

    private final Accounts accounts;
    private final Recipients recipients;
    private final WantedKinds wanted;
    private final Actions actions;
    private final Clock clock;

    ChooseMail(Accounts accounts, Recipients recipients, WantedKinds wanted, Actions actions, Clock clock) {
        this.accounts = accounts;
        this.recipients = recipients;
        this.wanted = wanted;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * What somebody has chosen.
     *
     * @param wanted the names of kinds
     */
    public record Choice(String address, boolean daily, @Nullable QuietHours quiet, Set<String> wanted) {}

    /**
     * Of its own account. A new address has to be confirmed, and so has one from which mail came back.
     *
     * @throws io.hourglass.kernel.InvalidInput if the address or a kind is none
     * @throws NotFound if the account is none that operations has made
     */
    public Recipient choose(String name, Choice choice) {
        var account = account(name);
        choice.wanted().forEach(kind -> MailKinds.check(kind, account.role()));
        var before = recipients.find(name);
        var address = MailAddress.of(choice.address());
        var same = before.filter(one -> one.address().equals(address) && one.undeliverable() == null);
        var now = Recipient.builder()
                .account(name)
                .address(address)
                .addedAt(same.map(Recipient::addedAt).orElseGet(clock::instant))
                .confirmedAt(same.map(Recipient::confirmedAt).orElse(null))
                .daily(choice.daily())
                .quiet(choice.quiet())
                .build();
        put(now);
        recipients.choose(name, differing(account, choice.wanted()));
        return now;
    }

    /**
     * By the marketplace, which knows that it is the person's. What it has chosen stays.
     *
     * @throws io.hourglass.kernel.InvalidInput if the address is none
     * @throws NotFound if there is no such account, or it is closed
     */
    public Recipient give(String name, String address) {
        account(name);
        var given = MailAddress.of(address);
        var now = clock.instant();
        var recipient = recipients
                .find(name)
                .orElseGet(() -> fresh(name, given, now))
                .withAddress(given)
                .withConfirmedAt(now)
                .withUndeliverable(null);
        put(recipient);
        actions.note(Action.GIVE_A_MAIL_ADDRESS, name, "");
        return recipient;
    }

    /** What happens next is told to the very first already. */
    private void put(Recipient recipient) {
        recipients.put(recipient);
        wanted.refreshAfterCommit();
    }

    private static Recipient fresh(String name, String address, Instant now) {
        return Recipient.builder()
                .account(name)
                .address(address)
                .addedAt(now)
                .daily(false)
                .build();
    }

    /** No mail from now on. */
    public void stop(String name) {
        recipients.remove(name);
    }

    /** @return false if the account has another address by now */
    public boolean confirm(String name, String address) {
        var found = recipients.find(name).filter(one -> one.address().equals(address));
        found.filter(one -> !one.isReached())
                .ifPresent(one ->
                        recipients.put(one.withConfirmedAt(clock.instant()).withUndeliverable(null)));
        return found.isPresent();
    }

    /**
     * @param kind empty for all
     * @return false if the account gets no mail anyway
     */
    public boolean switchOff(String name, String kind) {
        var account = accounts.find(name);
        if (account.isEmpty() || recipients.find(name).isEmpty()) {
            return false;
        }
        var wanted = new HashMap<>(recipients.choices(List.of(name)).getOrDefault(name, Map.of()));
        MailKinds.of(account.get().role()).stream()
                .map(MailKind::name)
                .filter(one -> kind.isEmpty() || one.equals(kind))
                .forEach(one -> wanted.put(one, false));
        recipients.choose(name, wanted);
        return true;
    }

    /** Mail to the account comes back: none is sent any more until an address is set. */
    public void undeliverable(String name, String why) {
        recipients
                .find(name)
                .ifPresent(one ->
                        recipients.put(one.withUndeliverable(new Recipient.Undeliverable(clock.instant(), why))));
    }

    private static Map<String, Boolean> differing(Account account, Set<String> wanted) {
        var choices = new HashMap<String, Boolean>();
        for (var kind : MailKinds.of(account.role())) {
            if (kind.byDefault() != wanted.contains(kind.name())) {
                choices.put(kind.name(), wanted.contains(kind.name()));
            }
        }
        return choices;
    }

    private Account account(String name) {
        return accounts.find(name).orElseThrow(() -> AccountClosed.orNone(accounts, name));
    }
}
