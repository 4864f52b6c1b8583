package io.hourglass.access.accounts;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.ExternalId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and replaces the accounts of people, each as a deed for the ledger; their open sessions end. */
@Component
public class MakeAccounts {

    private final Accounts accounts;
    private final SignIn signIn;
    private final PasswordEncoder encoder;
    private final PasswordLinks links;
    private final Actions actions;
    private final Pseudonyms pseudonyms;

    MakeAccounts(
            Accounts accounts,
            SignIn signIn,
            PasswordEncoder encoder,
            PasswordLinks links,
            Actions actions,
            Pseudonyms pseudonyms) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.encoder = encoder;
        this.links = links;
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
     * @throws InvalidInput if the name is one of the configuration's or of a closed account, or a value is against its rule
     * @throws NotAllowed if the maker may not make accounts of the role that it had or is to have
     */
    @Transactional
    public Account put(Wanted wanted, Caller maker) {
        var name = wanted.name();
        if (signIn.isFixed(name)) {
            throw new InvalidInput("name", name, "none of the configuration's own");
        }
        var known = accounts.kept(name);
        if (known.filter(KeptAccount::isOpen).isEmpty() && known.isPresent()) {
            throw new InvalidInput("name", name, "not that of a closed account: it can be reopened");
        }
        if (known.isEmpty()) {
            ExternalId.checkNew("name", name, ExternalId.MAX_LENGTH);
        }
        Stream.concat(known.stream().map(one -> one.account().role()), Stream.of(wanted.role()))
                .forEach(role -> Makers.check(role, maker));
        var hash = encoder.encode(Passwords.checked(wanted.password(), name));
        var account = new Account(name, wanted.role(), wanted.party(), hash, maker.person());
        accounts.put(account);
        note(Action.PUT_AN_ACCOUNT, name, account.role().name());
        return account;
    }

    /**
     * Makes an account that nobody can sign in with until its first link is used.
     *
     * @return the link to its first password
     * @throws InvalidInput if the name is taken, also by a closed account, or a value is against its rule
     * @throws NotAllowed if the maker may not make accounts of the role
     */
    @Transactional
    public PasswordLinks.Made make(String name, Role role, @Nullable String party, Caller maker) {
        ExternalId.checkNew("name", name, ExternalId.MAX_LENGTH);
        if (accounts.kept(name).isPresent()) {
            throw new InvalidInput("name", name, "not taken by another account");
        }
        put(new Wanted(name, role, party, PasswordLinks.token()), maker);
        return links.handOut(name, maker);
    }

    /** Under a pseudonym: the name is a person's. */
    private void note(Action action, String name, String details) {
        actions.note(action, String.valueOf(pseudonyms.given(List.of(name)).get(name)), details);
    }
}
