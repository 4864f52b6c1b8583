package io.hourglass.mailbox.secrets;

import static java.util.function.Predicate.not;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts by the key in use what a former one did, in parts that are a transaction each: it may be broken off, and goes on where it
 * was. Mailboxes are read meanwhile.
 */
@Component
public class RotateMailboxKey {

    private static final Logger log = LoggerFactory.getLogger(RotateMailboxKey.class);

    private static final int AT_ONCE = 100;

    private final MailboxKeys keys;
    private final Secrets secrets;
    private final TransactionTemplate transactions;

    public RotateMailboxKey(MailboxKeys keys, Secrets secrets, PlatformTransactionManager manager) {
        this.keys = keys;
        this.secrets = secrets;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * What came of it.
     *
     * @param rotated how many were encrypted anew
     * @param unreadable how many cannot be decrypted: their key is not known any more, or they were changed
     */
    public record Rotated(int rotated, int unreadable) {}

    /** @throws IllegalStateException without a key */
    public Rotated rotate() {
        var current = keys.current().orElseThrow(() -> new IllegalStateException("hourglass.mailbox.key is not set"));
        var former = keys.ids().stream().filter(not(current::equals)).toList();
        var done = new Part("", 0);
        var rotated = 0;
        while (done != null) {
            var after = done.last();
            done = transactions.execute(status -> rotateSome(former, after));
            rotated += done == null ? 0 : done.rotated();
        }
        return new Rotated(rotated, secrets.countSealedByOthers(List.of(current)));
    }

    /** @param last the last supplier that it went through */
    private record Part(String last, int rotated) {}

    private @Nullable Part rotateSome(List<String> former, String after) {
        var some = secrets.holdSealedBy(former, after, AT_ONCE);
        var rotated = (int) some.stream().filter(this::rotated).count();
        return some.isEmpty()
                ? null
                : new Part(some.get(some.size() - 1).supplier().value(), rotated);
    }

    private boolean rotated(Secrets.Kept kept) {
        try {
            var open = keys.open(kept.supplier(), kept.field(), kept.secret());
            secrets.put(kept.supplier(), kept.field(), keys.seal(kept.supplier(), kept.field(), open));
            return true;
        } catch (SecretUnreadable e) {
            log.warn("{} of the mailbox of {} cannot be decrypted: {}", kept.field(), kept.supplier(), e.getMessage());
            return false;
        }
    }
}
