package io.hourglass.chat.reading;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Consultations as the books have them: what nothing has been booked of, or last as open, is open on its day and unanswered from the
 * next day on. No question looks at more than the days that it names.
 */
public interface BookedConsultations {

    /**
     * In the order in which they were opened, the earliest first.
     *
     * @param today what is open on an earlier day is unanswered
     */
    List<KeptConsultation> some(Sought sought, LocalDate today, long offset, int limit);

    /**
     * Of a shop, by account and by day; both ends are included.
     *
     * @return without those for which there is nothing to count
     */
    Map<AccountId, Map<LocalDate, DayCount>> counts(SupplierId shop, LocalDate from, LocalDate to, LocalDate today);

    /** Shops that have accounts, ordered by id. */
    List<SupplierId> shops(long offset, int limit);

    /** The same over all accounts of each of some shops, on one day; one with nothing to count is absent. */
    Map<SupplierId, DayCount> counts(List<SupplierId> shops, LocalDate day, LocalDate today);
}
