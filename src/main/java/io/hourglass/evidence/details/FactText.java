package io.hourglass.evidence.details;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote, and to whom else it went, as it was sent or as it is kept ({@link #kept}). It is kept apart from
 * the fact, so that it can be erased alone.
 *
 * @param cc the addresses that got a copy (R24)
 */
public record FactText(@Nullable String subject, @Nullable String body, List<String> cc) {

    public static final FactText NONE = new FactText(null, null);

    public FactText {
        cc = List.copyOf(cc);
    }

    public FactText(@Nullable String subject, @Nullable String body) {
        this(subject, body, List.of());
    }

    public boolean isEmpty() {
        return subject == null && body == null && cc.isEmpty();
    }

    /** @param meaning what its body is */
    public FactText kept(Detail meaning, Details details) {
        return new FactText(details.text(Detail.SUBJECT, subject), details.text(meaning, body), details.addresses(cc));
    }
}
