package io.hourglass.inquiry.search;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is shown.
 *
 * @param booked the last verdict in the books, or PENDING for those without one whose deadline lies ahead; null for any
 * @param among null for all
 */
public record Narrowing(@Nullable InquiryState booked, @Nullable List<InquiryId> among) {

    public static final Narrowing NONE = new Narrowing(null, null);

    /** What the books can say of an inquiry: all but that it is outside them. */
    public static Stream<InquiryState> states() {
        return Stream.of(InquiryState.values()).filter(state -> state != InquiryState.OUT_OF_BOOKS);
    }
}
