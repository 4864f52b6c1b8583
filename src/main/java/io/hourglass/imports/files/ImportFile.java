package io.hourglass.imports.files;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A file of facts, and how far it is.
 *
 * @param sha256 of its bytes, in hexadecimal digits; null while they come in
 * @param header the first line of a table; null for lines of JSON
 * @param bytes how many, packed if it is; so far while they come in
 * @param madeBy who sent it
 * @param endedAt null until it is over
 * @param why it failed or was stopped; else null
 * @param bytesRead how many of the bytes have been gone through
 */
@Value.Builder
public record ImportFile(
        String id,
        String name,
        @Nullable String sha256,
        @Nullable String header,
        Manner manner,
        ImportState state,
        long bytes,
        Instant madeAt,
        String madeBy,
        @Nullable Instant endedAt,
        @Nullable String why,
        long bytesRead,
        Counts counts) {

    private static final int WHOLE = 100;

    public static ImportFileBuilder builder() {
        return new ImportFileBuilder();
    }

    /** Whether nothing of it is kept, and only said what would become of it. */
    public boolean rehearsed() {
        return manner == Manner.REHEARSED;
    }

    /** From 0 to 100: 100 only if it is done. */
    public int percent() {
        if (state == ImportState.DONE) {
            return WHOLE;
        }
        return bytes == 0 ? 0 : (int) Math.min(WHOLE - 1L, bytesRead * WHOLE / bytes);
    }
}
