package io.hourglass.portal.alternatives;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that is offered, in words.
 *
 * @param reliability how it answered others
 * @param bound what that proves; null of a newcomer, whose figures prove nothing yet, and where figures are hidden
 * @param restated that the number behind it is another than was published first, or than now; null if it is neither
 * @param reasons what else speaks for it; may be empty
 * @param fit how likely it is the one to serve this inquiry
 * @param room what it can take besides the open inquiries
 */
record Card(
        String supplier,
        String name,
        boolean newcomer,
        String reliability,
        @Nullable String bound,
        @Nullable String restated,
        List<String> reasons,
        String fit,
        int open,
        String room) {}
