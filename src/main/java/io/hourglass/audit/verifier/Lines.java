package io.hourglass.audit.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Override
    public void close() throws IOException {
        in.close();
    }
}
