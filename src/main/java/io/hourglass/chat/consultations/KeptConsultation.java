package io.hourglass.chat.consultations;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One buyer with one account on one natural day, as it is kept: its facts are kept apart.
 *
 * @param policyVersion the one in force on the day
 * @param openedAt when the earliest fact that opens it occurred, retracted or not; of those that the books know, if they know one. Null
 *     while none is known
 * @param recordedAt when the first fact that opens it was recorded; null while none is known
 * @param colleagueSince of an erased buyer that was an account of the same shop, since when that was known; else null
 */
@Value.Builder
public record KeptConsultation(
        ConsultationId id,
        AccountId account,
        SupplierId shop,
        BuyerId buyer,
        LocalDate day,
        int policyVersion,
        @Nullable Instant openedAt,
        @Nullable Instant recordedAt,
        @Nullable Instant colleagueSince)
        implements WithKeptConsultation {

    public static KeptConsultationBuilder builder() {
        return new KeptConsultationBuilder();
    }

    /** Whether there is a fact that opens it, in the books or not. */
    public boolean isOpened() {
        return recordedAt != null;
    }

    /** Whether such a fact was known by then. */
    public boolean isOpenedBy(Instant instant) {
        return recordedAt != null && !recordedAt.isAfter(instant);
    }

    public TrackDay trackDay() {
        return new TrackDay(ConsultationId.CHAT, day);
    }
}
