package io.hourglass.audit;

import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes after or beside the books. The next seal takes in what it can see, and the one after it the rest. */
public interface LedgerRecords {

    /** Adds it in the caller's transaction. */
    void note(LedgerEntry entry);

    /** Marks all records that no seal has taken in as that day's. */
    void take(LocalDate day);

    /** Those that the day's seal has taken in, in their order. */
    List<Noted> takenBy(LocalDate day);

    /** The days whose seals have taken in records of that inquiry, in their order. */
    List<LocalDate> daysWith(InquiryId inquiry);

    /** Those of one kind, sealed or not, the latest first. */
    List<Noted> latest(String kind, long skip, int most);

    /**
     * @param inquiry that it is of; null for one of no inquiry
     * @param content the entry's fields as canonical JSON
     */
    record Noted(long number, String kind, @Nullable String by, @Nullable String inquiry, String content, Instant at) {}
}
