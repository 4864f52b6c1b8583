package io.hourglass.market.profiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of the marketplace's taxonomy: names, the widest first, with a slash between them. */
public final class CategoryPath {

    private static final Pattern SLASH = Pattern.compile("/");

    private CategoryPath() {}

    /** The names in it. */
    public static List<String> parts(String path) {
        return Arrays.asList(SLASH.split(path, -1));
    }

    /** As people read it: {@code a › b › c}; null of none. */
    public static @Nullable String shown(@Nullable String path) {
        return path == null ? null : String.join(" › ", parts(path));
    }

    /** {@code a}, {@code a/b} and {@code a/b/c} for a path of three. */
    public static List<String> andThoseAbove(String path) {
        var found = new ArrayList<String>();
        for (var end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            found.add(path.substring(0, end));
        }
        found.add(path);
        return found;
    }
}
