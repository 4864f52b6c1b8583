package io.hourglass.access.accounts;

import io.hourglass.access.callers.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows every account: the sample's, the first ones of operations and auditors from the configuration, and those made. */
@Component
public class SignIn {

    private static final String FIRST = "operations";
    private static final String FIRST_AUDITOR = "auditor";

    private final SampleAccess sample;
    private final List<Account> first;
    private final Accounts accounts;

    SignIn(
            SampleAccess sample,
            Accounts accounts,
            PasswordEncoder encoder,
            @Value("${hourglass.access.operations-password:}") String operations,
            @Value("${hourglass.access.auditor-password:}") String auditor) {
        this.sample = sample;
        this.accounts = accounts;
        this.first = Stream.of(
                        configured(FIRST, Role.OPERATIONS, operations, encoder),
                        configured(FIRST_AUDITOR, Role.AUDITOR, auditor, encoder))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Account> configured(String name, Role role, String password, PasswordEncoder encoder) {
        return password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Account(name, role, null, encoder.encode(Passwords.checked(password, name))));
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

    /** The publicly known accounts: those of the sample, where the configuration has none of the name. */
    public List<Account> known() {
        return sample.accounts().stream()
                .filter(account -> first.stream().noneMatch(own -> own.name().equals(account.name())))
                .toList();
    }

    /** Those of the configuration and of the sample, which are kept nowhere. */
    public Stream<Account> fixed() {
        return Stream.concat(first.stream(), known().stream());
    }
}
