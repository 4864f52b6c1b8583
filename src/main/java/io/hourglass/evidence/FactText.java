package io.hourglass.evidence;

import org.jspecify.annotations.Nullable;

/** What a person wrote. It is kept apart from the fact, so that it can be erased alone. */
public record FactText(@Nullable String subject, @Nullable String body) {

    public static final int MAX_SUBJECT = 500;
    public static final int MAX_BODY = 20_000;
    public static final FactText NONE = new FactText(null, null);

    public boolean isEmpty() {
        return subject == null && body == null;
    }
}
