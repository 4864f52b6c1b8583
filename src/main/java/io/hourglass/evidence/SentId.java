package io.hourglass.evidence;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.ExternalId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The idempotency key of what is sent: who named it, and by what. The same key with the same content is the same again, which is
 * answered as before and changes nothing; with other content it is refused (409). An inquiry is known by the fact of its
 * receipt, which has its id; so no two inquiries, and no inquiry and fact, have the same. Disputes are a kind of their own.
 *
 * @param maxLength in characters
 */
public record SentId(Source source, String id, int maxLength) {

    /** The two never name the same: what the program names begins with {@link ExternalId#OWN}, which no new id of others may. */
    public enum Source {
        MARKETPLACE,
        PROGRAM
    }

    /** Why something is refused under it, in words that follow an article. */
    public static String knownOtherwise(Object id) {
        return "id " + id + " is known already, with other content";
    }

    /**
     * What is known under it; empty if it is new.
     *
     * @param isSame whether that is what is sent now
     * @param refusal if it is not
     * @throws InvalidInput if it is new, and no id that the marketplace may name
     */
    public <T> Optional<T> known(Optional<T> found, Predicate<T> isSame, Supplier<? extends Refused> refusal) {
        if (found.isEmpty() && source == Source.MARKETPLACE) {
            ExternalId.checkNew("id", id, maxLength);
        }
        if (found.isPresent() && !isSame.test(found.get())) {
            throw refusal.get();
        }
        return found;
    }
}
