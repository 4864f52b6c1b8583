package io.hourglass.portal.buyer;

import static java.util.stream.Collectors.joining;

import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.market.profiles.CategoryPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier to whom a buyer can write.
 *
 * @param shown whether it lets buyers see its rate (R25)
 * @param rate such as {@code 85.7 %}; null if it has none
 * @param restated since when that is another than was published first; null if it is not
 * @param categories in which it deals; may be empty
 */
record Choice(
        String id,
        String name,
        boolean shown,
        @Nullable String rate,
        int timely,
        int countable,
        @Nullable Shown restated,
        List<String> categories) {

    /** As people read them; empty if there are none. */
    public String dealsIn() {
        return categories.stream().map(CategoryPath::shown).collect(joining(", "));
    }
}
