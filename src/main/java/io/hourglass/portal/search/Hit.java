package io.hourglass.portal.search;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param address of its page
 * @param name what it is called: its subject, or the name of who it is; null if it has none
 * @param parties between whom it is, in a line; empty for who is one itself
 * @param inquiries how many a buyer has sent; null of others
 * @param at when it came in, or was raised; null of parties
 * @param state null of what has none
 */
@Value.Builder
record Hit(
        String address,
        String id,
        @Nullable String name,
        String parties,
        @Nullable Integer inquiries,
        @Nullable Shown at,
        @Nullable InquiryState state) {

    static HitBuilder builder() {
        return new HitBuilder().parties("");
    }

    static Hit party(String address, String id, @Nullable String name, @Nullable Integer inquiries) {
        return builder().address(address).id(id).name(name).inquiries(inquiries).build();
    }
}
