package io.hourglass.replay.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What is packed by gzip, in one member or many, up to the last byte: what follows a member and is none is an error, of which
 * the JDK's stream says nothing.
 */
final class GzipMembers extends GZIPInputStream {

    private static final String BROKEN_OFF = "what is packed breaks off";
    private static final int TRAILER = 8;

    private final Counted packed;
    private long unpackedOf;

    /** @throws IOException if it is not even begun */
    static GzipMembers of(InputStream packed) throws IOException {
        try {
            return new GzipMembers(new Counted(packed));
        } catch (EOFException e) {
            throw new IOException(BROKEN_OFF, e);
        }
    }

    private GzipMembers(Counted packed) throws IOException {
        super(packed);
        this.packed = packed;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            var some = super.read(into, from, length);
            if (some < 0 && !isWhole()) {
                throw new IOException(BROKEN_OFF + ", or is followed by something else");
            }
            return some;
        } catch (EOFException e) {
            throw new IOException(BROKEN_OFF, e);
        }
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        unpackedOf = packed.read;
    }

    /** Behind the last member's trailer there is nothing more. */
    private boolean isWhole() {
        return packed.read - unpackedOf + inf.getRemaining() == TRAILER;
    }

    /** How much has been read of it. */
    private static final class Counted extends InputStream {

        private final InputStream in;
        private long read;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            read += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = in.read(into, from, length);
            read += Math.max(0, some);
            return some;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
