package io.hourglass.portal.supplier;

import io.hourglass.inquiry.judging.InquiryState;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of the inbox is asked for; what is left empty does not matter.
 *
 * @param page from 0, which is the default
 */
record Wanted(
        @Nullable InquiryState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String words,
        @Nullable @Min(0) Integer page) {

    /** Whether, but for their state, no inquiry of the usual days is left out. */
    boolean isOfAllStates() {
        return from == null && to == null && (words == null || words.isBlank());
    }

    int pageAsked() {
        return page == null ? 0 : page;
    }
}
