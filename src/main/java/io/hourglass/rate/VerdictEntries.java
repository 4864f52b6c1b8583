package io.hourglass.rate;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of the books, append-only. */
public interface VerdictEntries {

    void add(VerdictEntry entry);

    /** The last entry of each inquiry that has one. */
    Map<InquiryId, VerdictEntry> latestOf(Collection<InquiryId> inquiries);

    /** The same, as it stood at that instant. */
    Map<InquiryId, VerdictEntry> latestOf(Collection<InquiryId> inquiries, Instant stoodAt);

    /** The last entry of each inquiry received on that day that has one. */
    Map<InquiryId, VerdictEntry> latestOn(LocalDate day);

    /** Of all inquiries received on that day, in the order of the inquiries' ids. */
    List<VerdictEntry> receivedOn(LocalDate day);

    /** In their order. */
    List<VerdictEntry> historyOf(InquiryId inquiry);

    /**
     * A supplier's inquiries of settled days, countable or not, as they stood at that instant: of each the last entry
     * booked by then. Ordered by day and inquiry.
     *
     * @param state null for any
     * @param page from 0
     */
    List<VerdictEntry> settledOf(
            SupplierId supplier,
            LocalDate from,
            LocalDate to,
            Instant stoodAt,
            @Nullable State state,
            int page,
            int size);

    /** How many of those there are in each state; a state without any is absent. */
    Map<State, Integer> countSettledOf(SupplierId supplier, LocalDate from, LocalDate to, Instant stoodAt);
}
