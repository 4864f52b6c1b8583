package io.hourglass.audit.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** The lines of a file, plain or gzipped, as bytes; shows on the way how much of the file has been read. */
public final class Lines implements Closeable {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final long KIBIBYTE = 1L << 10;

    private final InputStream in;

    private Lines(InputStream in) {
        this.in = in;
    }

    /** @param task what the progress bar is called */
    public static Lines of(Path file, String task) throws IOException {
        var bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(Files.size(file))
                .setUnit(" KiB", KIBIBYTE)
                .setUpdateIntervalMillis(500);
        var raw = new BufferedInputStream(ProgressBar.wrap(Files.newInputStream(file), bar));
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return new Lines(magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw)) : raw);
    }

    /** The same of what is in memory or on its way, without a progress bar. */
    static Lines of(InputStream plain) {
        return new Lines(new BufferedInputStream(plain));
    }

    /** Without its end of line; null at the end of the file. */
    public byte @Nullable [] next() throws IOException {
        var read = in.read();
        if (read < 0) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(256);
        for (; read >= 0 && read != '\n'; read = in.read()) {
            bytes.write(read);
        }
        return bytes.toByteArray();
    }

    /** The beginning of what is left, up to so many bytes, without reading past it. */
    byte[] peek(int length) throws IOException {
        in.mark(length);
        var start = in.readNBytes(length);
        in.reset();
        return start;
    }

    /** Everything that is left. */
    byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    public static boolean startsWith(byte[] line, byte[] start) {
        return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
