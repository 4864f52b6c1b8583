package io.hourglass.imports.work;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the inquiries of the lines before were received, of a file of which nothing is kept: by the beginnings of their ids' hashes. */
final class SeenInquiries {

    private static final int MOST = 1_000_000;

    private final Map<Long, Long> received = new HashMap<>();

    /** @throws UncheckedIOException if they are too many */
    void add(InquiryId inquiry, Instant receivedAt) {
        if (received.size() == MOST) {
            throw new UncheckedIOException(new IOException("a rehearsal looks at no more than " + MOST + " inquiries"));
        }
        received.put(mark(inquiry), receivedAt.toEpochMilli());
    }

    @Nullable
    Instant receivedAt(InquiryId inquiry) {
        var at = received.get(mark(inquiry));
        return at == null ? null : Instant.ofEpochMilli(at);
    }

    private static long mark(InquiryId inquiry) {
        return ByteBuffer.wrap(Sha256.of(inquiry.value())).getLong();
    }
}
