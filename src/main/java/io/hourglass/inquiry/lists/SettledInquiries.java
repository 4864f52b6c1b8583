package io.hourglass.inquiry.lists;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A supplier's inquiries of days whose books are closed, as they stand there: nothing is judged. Both ends of the days are included. */
public interface SettledInquiries {

    /**
     * The latest first: by day, by receipt, then by id.
     *
     * @param state null for any
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<InquiryId> newest(
            SupplierId supplier, LocalDate first, LocalDate last, @Nullable InquiryState state, long offset, int limit);

    /** How many there are in each state; a state without any is absent. */
    Map<InquiryState, Integer> states(SupplierId supplier, LocalDate first, LocalDate last);

    /** How each stands. */
    Map<InquiryId, InquiryState> statesOf(Collection<InquiryId> some);

    /** Those that count, in no order. */
    List<Counted> counted(SupplierId supplier, LocalDate first, LocalDate last);

    /**
     * An inquiry that counts.
     *
     * @param category null if it has none
     * @param account that wrote what decided; null if nobody did, or it is not known
     */
    record Counted(Instant receivedAt, @Nullable String category, @Nullable String account, InquiryState state) {}
}
