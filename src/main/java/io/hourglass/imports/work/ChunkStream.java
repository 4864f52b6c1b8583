package io.hourglass.imports.work;

import io.hourglass.imports.files.Imports;
import java.io.InputStream;

/** The bytes of a file, a chunk at a time. */
final class ChunkStream extends InputStream {

    private static final int BYTE = 0xff;

    private final Imports imports;
    private final String file;
    private byte[] chunk = {};
    private int at;
    private int seq;
    private long read;

    ChunkStream(Imports imports, String file) {
        this.imports = imports;
        this.file = file;
    }

    /** How many bytes were read. */
    long bytesRead() {
        return read;
    }

    @Override
    public int read() {
        if (isBehindTheLast()) {
            return -1;
        }
        read++;
        return chunk[at++] & BYTE;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (isBehindTheLast()) {
            return -1;
        }
        var some = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, some);
        at += some;
        read += some;
        return some;
    }

    /** Not 0 before the end: by that what is packed in several members is known to go on. */
    @Override
    public int available() {
        return isBehindTheLast() ? 0 : chunk.length - at;
    }

    private boolean isBehindTheLast() {
        while (at == chunk.length) {
            var next = imports.chunk(file, seq);
            if (next.isEmpty()) {
                return true;
            }
            chunk = next.get();
            at = 0;
            seq++;
        }
        return false;
    }
}
