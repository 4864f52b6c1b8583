package io.hourglass.access.accounts;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.accounts.OneTimeLinks.Link;
import io.hourglass.access.callers.Caller;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.text.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which a person gives its account a new password without the old one. Operations hand them out (ADR 57). */
@Component
@Transactional
public class PasswordLinks {

    /** How long a link opens something: until that instant, not at it. */
    public static final Duration VALID_FOR = Duration.ofHours(24);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final PasswordEncoder encoder;
    private final Actions actions;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    PasswordLinks(
            Accounts accounts,
            OneTimeLinks links,
            PasswordEncoder encoder,
            Actions actions,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.encoder = encoder;
        this.actions = actions;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * A link that was just made.
     *
     * @param token which cannot be read again
     */
    public record Made(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "until " + expiresAt;
        }
    }

    /**
     * The account's links until now open nothing any more; its password and sessions stay until the link is used.
     *
     * @throws NotFound if there is no such account, or it is closed
     * @throws NotAllowed if the caller may not change accounts of its role, or another person stands behind an account that
     *     decides: one of the two could decide through it what it may not
     */
    public Made handOut(String name, Caller caller) {
        var account = accounts.find(name).orElseThrow(() -> AccountClosed.orNone(accounts, name));
        Makers.check(account.role(), caller);
        if (!account.role().isParty() && !account.person().equals(caller.person())) {
            throw new NotAllowed("Accounts of operations and auditors get a link from the person who made them.");
        }
        var token = token();
        var expiresAt = clock.instant().plus(VALID_FOR);
        links.put(new Link(name, hash(token), caller.person(), expiresAt));
        note(Action.HAND_OUT_A_LINK, name);
        return new Made(token, expiresAt);
    }

    /** The account whose link it is; empty if it was used or replaced, is too old, or is none. */
    @Transactional(readOnly = true)
    public Optional<String> accountOf(String token) {
        return valid(token).map(Link::account);
    }

    /**
     * Gives the account the password. The link opens nothing from then on, and the account's sessions end.
     *
     * @throws NotFound if it was used or replaced, is too old, or is none
     * @throws InvalidInput if it may be no password; then the link stays
     */
    public void use(String token, String password) {
        var link = valid(token).orElseThrow(PasswordLinks::noLink);
        var account = accounts.find(link.account()).orElseThrow(PasswordLinks::noLink);
        var hash = encoder.encode(Passwords.checked(password, account.name()));
        if (!links.remove(link)) {
            throw noLink();
        }
        accounts.put(account.handedTo(link.person(), hash));
        note(Action.RESET_A_PASSWORD, account.name());
    }

    private Optional<Link> valid(String token) {
        return links.find(hash(token)).filter(link -> clock.instant().isBefore(link.expiresAt()));
    }

    /** It does not repeat the token. */
    private static NotFound noLink() {
        return new NotFound("link", "…");
    }

    private void note(Action action, String name) {
        var pseudonym = String.valueOf(pseudonyms.given(List.of(name)).get(name));
        actions.noteOf(name, action, pseudonym, "");
    }

    /** 256 random bits, as 43 characters: nobody guesses it. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token is as random as the hash is long, so that no slow hash is needed. */
    private static String hash(String token) {
        return HexFormat.of().formatHex(Sha256.of(token));
    }
}
