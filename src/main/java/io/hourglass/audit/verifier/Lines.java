package io.hourglass.audit.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** The lines of a file, plain or gzipped, as bytes; shows on the way how much of the file has been read. */
public final class Lines implements Closeable {

    /** No line of a ledger is longer, in bytes, and no proof: it holds the marks of three million entries. */
    static final int LONGEST = 1 << 25;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final long KIBIBYTE = 1L << 10;

    private final InputStream in;
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    /**
     * @param task what the progress bar is called
     * @throws IOException if there is no such file, or it cannot be read
     */
    public static Lines of(Path file, String task) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException(file + " is no file that can be read");
        }
        var bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(Files.size(file))
                .setUnit(" KiB", KIBIBYTE)
                .setUpdateIntervalMillis(500);
        var raw = new BufferedInputStream(ProgressBar.wrap(Files.newInputStream(file), bar));
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return new Lines(magic == GZIP_MAGIC ? new BufferedInputStream(Gunzipped.of(raw)) : raw);
    }

    /** The same of what is in memory or on its way, without a progress bar. */
    static Lines of(InputStream plain) {
        return new Lines(new BufferedInputStream(plain));
    }

    /**
     * Without its end of line; null at the end of the file.
     *
     * @throws IOException if the file ends within the line, or no ledger has one that long
     */
    public byte @Nullable [] next() throws IOException {
        var read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        var bytes = new ByteArrayOutputStream(256);
        for (; read != '\n'; read = in.read()) {
            if (read < 0) {
                throw fault("the file ends within it");
            }
            if (bytes.size() == LONGEST) {
                throw fault("it is longer than any of a ledger, " + LONGEST + " bytes");
            }
            bytes.write(read);
        }
        return bytes.toByteArray();
    }

    /** Of the line that was read last, counted from 1. */
    long number() {
        return number;
    }

    /** @param why said of the line that was read last, as "it" */
    IOException fault(String why) {
        return new IOException("line " + number + ": " + why);
    }

    /** The beginning of what is left, up to so many bytes, without reading past it. */
    byte[] peek(int length) throws IOException {
        in.mark(length);
        var start = in.readNBytes(length);
        in.reset();
        return start;
    }

    /**
     * Everything that is left.
     *
     * @throws IOException if it is longer than a proof can be
     */
    byte[] rest() throws IOException {
        var rest = in.readNBytes(LONGEST + 1);
        if (rest.length > LONGEST) {
            throw new IOException("the file is longer than any proof, " + LONGEST + " bytes");
        }
        return rest;
    }

    public static boolean startsWith(byte[] line, byte[] start) {
        return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
