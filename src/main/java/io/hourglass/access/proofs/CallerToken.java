package io.hourglass.access.proofs;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.callers.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller that has proved who it is; what it proved it with is forgotten. */
public final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final transient @Nullable Account account;

    public CallerToken(Caller caller) {
        this(caller, null);
    }

    /** Of a person who gave its password. */
    public CallerToken(Account account) {
        this(account.caller(), account);
    }

    private CallerToken(Caller caller, @Nullable Account account) {
        super(caller.authorities().map(SimpleGrantedAuthority::new).toList());
        this.caller = caller;
        this.account = account;
        setAuthenticated(true);
    }

    /** As it was then; empty for a caller without an account here. */
    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
