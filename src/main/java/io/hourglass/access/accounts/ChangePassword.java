package io.hourglass.access.accounts;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.InvalidInput;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody gives its own account another password. */
@Component
public class ChangePassword {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Actions actions;
    private final Pseudonyms pseudonyms;

    ChangePassword(Accounts accounts, PasswordEncoder encoder, Actions actions, Pseudonyms pseudonyms) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.actions = actions;
        this.pseudonyms = pseudonyms;
    }

    /** Whether the account was made here, so that its password can be changed here. */
    @Transactional(readOnly = true)
    public boolean isPossible(String name) {
        return accounts.find(name).isPresent();
    }

    /**
     * The account's sessions end.
     *
     * @param current the password until now
     * @throws InvalidInput if the account was not made here, {@code current} is not its password, or {@code next} may be none
     */
    @Transactional
    public void change(String name, String current, String next) {
        var account = accounts.find(name)
                .orElseThrow(
                        () -> new InvalidInput("account", name, "one that was made here: others change elsewhere"));
        if (!encoder.matches(current, account.passwordHash())) {
            throw new InvalidInput("current", "(not shown)", "the password until now");
        }
        var hash = encoder.encode(Passwords.checked(next, name));
        accounts.put(account.withPassword(hash));
        actions.note(
                Action.CHANGE_A_PASSWORD,
                String.valueOf(pseudonyms.given(List.of(name)).get(name)),
                "");
    }
}
