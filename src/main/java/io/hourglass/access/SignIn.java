package io.hourglass.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows every account: the sample's, the first one of operations from the configuration, and those that it made. */
@Component
public class SignIn {

    private static final String FIRST = "operations";

    private final SampleAccess sample;
    private final Optional<Account> first;
    private final Accounts accounts;

    SignIn(
            SampleAccess sample,
            Accounts accounts,
            PasswordEncoder encoder,
            @Value("${hourglass.access.operations-password:}") String password) {
        this.sample = sample;
        this.accounts = accounts;
        this.first = password.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Account(FIRST, Role.OPERATIONS, null, encoder.encode(Passwords.checked(password, FIRST))));
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String name) {
        return fixed().filter(account -> account.name().equals(name))
                .findFirst()
                .or(() -> accounts.find(name));
    }

    /** Whether the name belongs to an account that the API can neither make nor remove. */
    public boolean isFixed(String name) {
        return fixed().anyMatch(account -> account.name().equals(name));
    }

    private Stream<Account> fixed() {
        return Stream.concat(first.stream(), sample.accounts().stream());
    }
}
