package io.hourglass.incoming.sources;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A system that may call.
 *
 * @param name as its address has it
 * @param keys any of which it may sign with: the present one, and the former while it changes over
 * @param chatwoot null of any other format
 */
public record Source(String name, Format format, List<SecretKeySpec> keys, @Nullable ChatwootShop chatwoot) {

    /** So that the ids of facts have room for what is made of it. */
    static final int MAX_LENGTH = 20;

    public Source {
        keys = List.copyOf(keys);
    }
}
