package io.hourglass.chaos.stage;

import io.hourglass.chaos.check.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks every minute at what a full collection leaves in a node's heap. The last histogram of it stays in a file.
 */
public final class HeapWatch {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final double MAX_GROWTH = 1.1;
    private static final Pattern TOTAL = Pattern.compile("^Total +[0-9]+ +(?<bytes>[0-9]+)", Pattern.MULTILINE);
    private static final long BYTES_PER_MEGABYTE = 1 << 20;

    private final NodeProcess node;
    private final Path histogram;
    private final List<Long> liveMegabytes = new ArrayList<>();

    public HeapWatch(Nodes nodes, Path directory) {
        this.node = nodes.all().get(0);
        this.histogram = directory.resolve("heap.txt");
    }

    public void begin() {
        var thread = new Thread(this::watch, "heap-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** A look each minute. */
    public synchronized List<Long> liveMegabytes() {
        return List.copyOf(liveMegabytes);
    }

    /** The run's first quarter fills caches; from then on the heap must not grow: its last quarter is compared. */
    public Finding grown() {
        var looks = liveMegabytes();
        var quarter = looks.size() / 4;
        if (quarter == 0) {
            return new Finding("heap", 0, List.of());
        }
        var before = mean(looks.subList(quarter, 2 * quarter));
        var after = mean(looks.subList(looks.size() - quarter, looks.size()));
        var differences = after > before * MAX_GROWTH
                ? List.of(String.format("after collection it grew from %.1f to %.1f MB", before, after))
                : List.<String>of();
        return new Finding("heap", looks.size(), differences);
    }

    private static double mean(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private void watch() {
        while (true) {
            Pause.of(EVERY);
            var life = node.life();
            if (life != null && life.isAlive()) {
                look(life.pid());
            }
        }
    }

    private void look(long pid) {
        try {
            var live = liveBytes(pid) / BYTES_PER_MEGABYTE;
            synchronized (this) {
                liveMegabytes.add(live);
            }
            System.out.printf("%,7d MB live in the heap after a full collection%n", live);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The histogram collects first, and ends with {@code Total instances bytes}. */
    private long liveBytes(long pid) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(histogram, output);
        var total = TOTAL.matcher(output);
        if (!total.find()) {
            throw new IOException("no total in " + histogram);
        }
        return Long.parseLong(total.group("bytes"));
    }
}
