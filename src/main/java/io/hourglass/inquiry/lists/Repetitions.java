package io.hourglass.inquiry.lists;

import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.time.LocalDate;

/** How often the same is asked again (R8): whose inquiries were duplicates, by what the books have booked. */
public interface Repetitions {

    /** By whom they are counted. */
    enum By {
        BUYER,
        SUPPLIER
    }

    /**
     * A party's part.
     *
     * @param party its id
     * @param inquiries of those days of which the books know what became
     * @param duplicates of them
     */
    record Repeated(String party, int inquiries, int duplicates) {

        /** From 0 to 1. */
        public double share() {
            return (double) duplicates / inquiries;
        }
    }

    /**
     * Those with any duplicate, who has the most of them first, then by id.
     *
     * @param from the first day of receipt
     * @param to the last one
     */
    ListPage<Repeated> of(By by, LocalDate from, LocalDate to, PageQuery page);
}
