package io.hourglass.access.accounts;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.ExternalId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes accounts that are there, each as a deed for the ledger: role, sessions, closed and opened again, two of one person
 * made one (ADR 57). Nobody does this to the account that it is signed in with, so that nobody locks itself out.
 */
@Component
@Transactional
public class ChangeAccounts {

    private final Accounts accounts;
    private final Actions actions;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    ChangeAccounts(Accounts accounts, Actions actions, Pseudonyms pseudonyms, Clock clock) {
        this.accounts = accounts;
        this.actions = actions;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * Gives it another role, or another party; its open sessions end.
     *
     * @param party as {@link Account#party}
     * @throws NotFound if there is no such account, or it is closed
     * @throws NotAllowed if the caller may not make accounts of the role that it had or is to have
     * @throws InvalidInput if it is the caller's own, or the role needs a party and gets none, or the other way round
     */
    public Account role(String name, Role role, @Nullable String party, Caller caller) {
        var before = open(name, caller).account();
        Makers.check(role, caller);
        var after = before.as(role, party);
        if (!after.equals(before)) {
            accounts.put(after);
            note(Action.CHANGE_A_ROLE, name, role.name());
        }
        return after;
    }

    /**
     * @throws NotFound if there is no such account, or it is closed
     * @throws NotAllowed if the caller may not change accounts of its role
     */
    public void endSessions(String name, Caller caller) {
        var account = accounts.find(name).orElseThrow(() -> AccountClosed.orNone(accounts, name));
        Makers.check(account.role(), caller);
        accounts.endSessions(name);
        note(Action.END_SESSIONS, name, "");
    }

    /**
     * From now on nobody signs in with it; its sessions end. Its name stays taken, and what was done under it stays.
     *
     * @throws NotFound if there is no such account, or it is closed
     * @throws NotAllowed if the caller may not change accounts of its role
     * @throws InvalidInput if it is the caller's own
     */
    public void close(String name, Caller caller) {
        open(name, caller);
        accounts.close(name, clock.instant(), null);
        note(Action.CLOSE_AN_ACCOUNT, name, "");
    }

    /**
     * It can be signed in with as before, and stands for itself; one that is open stays so, and nothing is noted.
     *
     * @throws NotFound if there is no such account
     * @throws NotAllowed if the caller may not change accounts of its role
     */
    public void reopen(String name, Caller caller) {
        var kept = accounts.kept(name).orElseThrow(() -> notKnown(name));
        Makers.check(kept.account().role(), caller);
        if (!kept.isOpen()) {
            accounts.reopen(name);
            note(Action.REOPEN_AN_ACCOUNT, name, "");
        }
    }

    /**
     * Makes one of two accounts of a person: the one is closed for good, and what was done under it stands under the other.
     * The other keeps its role, password and sessions.
     *
     * @throws NotFound if there is no such account, or it is closed, or no such other
     * @throws NotAllowed if the caller may not change accounts of its role
     * @throws InvalidInput if it is the caller's own or both are one, or they differ in role, party or in who stands behind them:
     *     what four eyes keep apart stays apart
     */
    public void merge(String name, String into, Caller caller) {
        var one = open(name, caller).account();
        var other = Optional.of(into)
                .filter(known -> ExternalId.isOne(known, ExternalId.MAX_LENGTH))
                .flatMap(accounts::find)
                .orElseThrow(() -> notKnown(into));
        if (!mayBeOne(one, other)) {
            throw new InvalidInput("into", into, "another account of the same role and party, made by the same person");
        }
        accounts.close(name, clock.instant(), into);
        note(Action.MERGE_ACCOUNTS, name, pseudonymOf(into));
    }

    /** Whether they are two of the same role and party, made by the same person. */
    public static boolean mayBeOne(Account one, Account other) {
        return !one.name().equals(other.name())
                && one.role() == other.role()
                && Objects.equals(one.party(), other.party())
                && one.person().equals(other.person());
    }

    private KeptAccount open(String name, Caller caller) {
        var kept =
                accounts.kept(name).filter(KeptAccount::isOpen).orElseThrow(() -> AccountClosed.orNone(accounts, name));
        Makers.check(kept.account().role(), caller);
        if (name.equals(caller.name())) {
            throw new InvalidInput("name", name, "another account than the one that you are signed in with");
        }
        return kept;
    }

    private static NotFound notKnown(String name) {
        return new NotFound("account", name);
    }

    /** Under pseudonyms: the names are a person's. */
    private void note(Action action, String name, String details) {
        actions.note(action, pseudonymOf(name), details);
    }

    private String pseudonymOf(String name) {
        return String.valueOf(pseudonyms.given(List.of(name)).get(name));
    }
}
