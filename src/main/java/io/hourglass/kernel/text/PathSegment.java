package io.hourglass.kernel.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An id as one part of the path of an address, and back. Everything but letters, digits and {@code - _ *} is
 * percent-encoded, a dot within an id is not. Browsers and servers take the parts {@code .} and {@code ..} for steps up in
 * whatever writing, so that an id of tildes and then one or two dots has one tilde more in an address: {@code ..} is
 * written {@code ~..}, and {@code ~..} is written {@code ~~..}.
 */
public final class PathSegment {

    private static final Pattern DOTS = Pattern.compile("~*\\.{1,2}");

    private PathSegment() {}

    /** @return pure ASCII without any slash, ready to stand between two slashes of an address */
    public static String of(String id) {
        return DOTS.matcher(id).matches()
                ? "~" + id
                : URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param segment a part of a path, percent-decoded */
    public static String read(String segment) {
        return segment.startsWith("~") && DOTS.matcher(segment).matches() ? segment.substring(1) : segment;
    }
}
