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

    /** Whether no inquiry that waits for an answer is left out; others may be in it. */
    boolean isOfAllThatWait() {
        return (state == null || state == InquiryState.PENDING)
                && from == null
                && to == null
                && (words == null || words.isBlank());
    }

    int pageAsked() {
        return page == null ? 0 : page;
    }
}
