package io.hourglass.chat.abnormal;

import io.hourglass.kernel.ids.BuyerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's account that a rule caught, and by what: enough to say the reason in words, and none of the texts.
 *
 * @param at when the last act happened that it took
 * @param limit what the rule asked for then
 */
public record Catch(AbnormalRule rule, BuyerId buyer, Instant at, Seen seen, Limit limit) {

    /**
     * What was seen.
     *
     * @param since when the first of the acts happened, or the account was registered
     * @param counted different accounts or shops
     * @param conversations with how many of them it had talked
     * @param text null but of {@link AbnormalRule#SAME_TEXT_TO_MANY_SHOPS}
     */
    public record Seen(Instant since, int counted, int conversations, @Nullable TextHash text) {}

    /**
     * From when on the mark holds that the program makes by itself. What opened before is not touched: neither the consultations
     * that the rule saw, nor others that are open when it catches.
     *
     * @param recordedAt when the program learned of it: nothing that was recorded at or after that instant has been seen
     */
    public Instant unconfirmedFrom(Instant recordedAt) {
        return recordedAt.isAfter(at) ? recordedAt : at.plusMillis(1);
    }

    /** From when on the mark holds that operations confirm: what the last act opened is the first that it excludes. */
    public Instant confirmedFrom() {
        return at;
    }
}
