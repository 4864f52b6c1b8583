package io.hourglass.access.accounts;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.kernel.InvalidInput;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who may enter the sample marketplace: known names, one known password, one known key. They are kept nowhere, and exist
 * only in a program that was started with {@code --demo}, which starts on no database that holds anything else (ADR 45).
 */
@Component
public class SampleAccess {

    public static final String PASSWORD = "sample";
    public static final String KEY = "sample-key";

    /** One whose rate has something to say: below 80 %, with inquiries waiting. */
    public static final String SUPPLIER = "sample-supplier-10";

    /** One with inquiries that wait, were answered and were not, and others it may ask alternatives for. */
    static final String BUYER = "sample-buyer-48";

    public static final Caller INTEGRATION =
            new Caller("sample-key", Set.of(Role.INTEGRATION), EnumSet.allOf(Scope.class), null, null);

    private final boolean demo;
    private final SingletonSupplier<List<Account>> accounts;

    /** @throws InvalidInput if it is neither true nor false: nothing else is taken for either */
    SampleAccess(@Value("${hourglass.demo:false}") String demo, PasswordEncoder encoder) {
        this.demo = isTrue(demo);
        this.accounts = SingletonSupplier.of(() -> accounts(encoder.encode(PASSWORD)));
    }

    private static boolean isTrue(String demo) {
        if (demo.equalsIgnoreCase("true") || demo.equalsIgnoreCase("false")) {
            return demo.equalsIgnoreCase("true");
        }
        throw new InvalidInput("hourglass.demo", demo, "true or false");
    }

    /** Empty outside the sample marketplace. */
    public List<Account> accounts() {
        return demo ? accounts.obtain() : List.of();
    }

    public boolean isSample() {
        return demo;
    }

    public boolean isKey(String given) {
        return demo && given.equals(KEY);
    }

    private static List<Account> accounts(String hash) {
        return List.of(
                new Account("operations", Role.OPERATIONS, null, hash),
                new Account("auditor", Role.AUDITOR, null, hash),
                new Account("supplier", Role.SUPPLIER, SUPPLIER, hash),
                new Account("buyer", Role.BUYER, BUYER, hash));
    }
}
