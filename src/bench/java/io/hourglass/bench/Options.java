package io.hourglass.bench;

import java.nio.file.Path;

/**
 * What can be chosen, as system properties {@code bench.…}.
 *
 * @param callers how many call Hourglass at once
 * @param statements whether the statements themselves are shown
 */
record Options(Mode mode, int callers, boolean statements, Path json) {

    static Options fromSystemProperties() {
        return new Options(
                Mode.named(System.getProperty("bench.mode", "quick")),
                Integer.getInteger("bench.callers", 128),
                Boolean.getBoolean("bench.statements"),
                jsonFile());
    }

    /** Whether that is measured, and nothing else, what a look costs. */
    static boolean isOfScale() {
        return "scale".equals(System.getProperty("bench.mode"));
    }

    static Path jsonFile() {
        return Path.of(System.getProperty("bench.json", "target/bench.json"));
    }
}
