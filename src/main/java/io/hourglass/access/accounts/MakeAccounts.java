package io.hourglass.access.accounts;

import io.hourglass.access.Caller;
import io.hourglass.access.NotAllowed;
import io.hourglass.access.Role;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, replaces and removes the accounts of people, each as a deed for the ledger; their open sessions end. */
@Component
public class MakeAccounts {

    private final Accounts accounts;
    private final SignIn signIn;
    private final PasswordEncoder encoder;
    private final Actions actions;
    private final Pseudonyms pseudonyms;

    MakeAccounts(Accounts accounts, SignIn signIn, PasswordEncoder encoder, Actions actions, Pseudonyms pseudonyms) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.encoder = encoder;
        this.actions = actions;
        this.pseudonyms = pseudonyms;
    }

    /** @param party as {@link Account#party} */
    public record Wanted(String name, Role role, @Nullable String party, String password) {

        @Override
        public String toString() {
            return role + " " + party;
        }
    }

    /**
     * Makes the account, or replaces the one of that name.
     *
     * @throws InvalidInput if the name is one of the configuration's, or a value is against its rule
     * @throws NotAllowed if the maker may not make accounts of the role that it had or is to have
     */
    @Transactional
    public Account put(Wanted wanted, Caller maker) {
        var name = wanted.name();
        if (signIn.isFixed(name)) {
            throw new InvalidInput("name", name, "none of the configuration's own");
        }
        var known = accounts.find(name);
        if (known.isEmpty()) {
            ExternalId.checkNew("name", name, ExternalId.MAX_LENGTH);
        }
        Stream.concat(known.stream().map(Account::role), Stream.of(wanted.role()))
                .forEach(role -> checkMayMake(role, maker));
        var hash = encoder.encode(Passwords.checked(wanted.password(), name));
        var account = new Account(name, wanted.role(), wanted.party(), hash, maker.person());
        accounts.put(account);
        note(Action.PUT_AN_ACCOUNT, name, account.role().name());
        return account;
    }

    /**
     * @throws NotFound if there is no such account
     * @throws NotAllowed if the maker may not remove accounts of its role
     */
    @Transactional
    public void remove(String name, Caller maker) {
        var known = accounts.find(name).orElseThrow(() -> new NotFound("account", name));
        checkMayMake(known.role(), maker);
        accounts.remove(name);
        note(Action.REMOVE_AN_ACCOUNT, name, "");
    }

    /** Who decides what operations may not is made by its own kind, else operations could make it to decide for itself. */
    private static void checkMayMake(Role role, Caller maker) {
        var makers = role == Role.AUDITOR ? Role.AUDITOR : Role.OPERATIONS;
        if (!maker.is(makers)) {
            throw new NotAllowed(
                    makers == Role.AUDITOR
                            ? "Accounts of auditors are made, changed and removed by auditors, the first by the configuration."
                            : "Auditors make, change and remove accounts of auditors alone.");
        }
    }

    /** Under a pseudonym: the name is a person's. */
    private void note(Action action, String name, String details) {
        actions.note(action, String.valueOf(pseudonyms.given(List.of(name)).get(name)), details);
    }
}
