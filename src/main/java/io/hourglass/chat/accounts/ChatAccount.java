package io.hourglass.chat.accounts;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An account of a shop. It stays on the marketplace's list for ever: an account of a shop that writes to another of the same shop
 * is no buyer (C10).
 *
 * @param name null until the marketplace has given one
 * @param firstSeenAt from then on it was known that it is the shop's
 * @param closedAt null while it is in use
 * @param mergedInto the account of the same shop to which, from {@code closedAt} on, belongs what names this one; null if it is none
 */
@Value.Builder
public record ChatAccount(
        AccountId id,
        SupplierId shop,
        @Nullable String name,
        Instant firstSeenAt,
        @Nullable Instant closedAt,
        @Nullable AccountId mergedInto)
        implements WithChatAccount {

    public static ChatAccountBuilder builder() {
        return new ChatAccountBuilder();
    }

    public Subject subject() {
        return subject(id);
    }

    /** Whose number it is: never the id of a shop. */
    public static Subject subject(AccountId id) {
        return new Subject(ConsultationId.CHAT, ExternalId.OWN + id.value());
    }

    /** Empty for a shop. */
    public static Optional<AccountId> of(Subject subject) {
        return ExternalId.isOwn(subject.id())
                ? Optional.of(new AccountId(subject.id().substring(ExternalId.OWN.length())))
                : Optional.empty();
    }
}
