package io.hourglass.audit.verifier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is gzipped, in one piece or several; anything else behind it is refused, where Java by itself would ignore it. */
final class Gunzipped extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    private final Counted compressed;
    private long filled;

    private Gunzipped(Counted compressed) throws IOException {
        super(compressed, BUFFER);
        this.compressed = compressed;
    }

    static Gunzipped of(InputStream compressed) throws IOException {
        return new Gunzipped(new Counted(compressed));
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = compressed.passed;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        if (read < 0 && somethingFollows()) {
            throw new ZipException("something follows what is gzipped");
        }
        return read;
    }

    /** Of what was read last, the checksum is left; where it was not yet read to its end, as much more was. */
    private boolean somethingFollows() throws IOException {
        var left = inf.getRemaining();
        return left > TRAILER || compressed.passed > filled + Math.max(0, TRAILER - left) || compressed.read() >= 0;
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends FilterInputStream {

        private long passed;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            passed += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            passed += Math.max(0, read);
            return read;
        }
    }
}
