package io.hourglass.bench;

import io.hourglass.bench.trial.Progress;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The progress bar. */
final class Bar implements Progress, AutoCloseable {

    private static final int WIDTH = 130;

    private final ProgressBar bar;

    Bar(int steps) {
        bar = new ProgressBarBuilder()
                .setTaskName("Benchmark")
                .setInitialMax(steps)
                .setUnit(" steps", 1)
                .setUpdateIntervalMillis(1000)
                .setMaxRenderedLength(WIDTH)
                .build();
    }

    @Override
    public void step(String name, Runnable work) {
        bar.setExtraMessage(name);
        work.run();
        bar.step();
    }

    /** A step that finds something. */
    <T> T found(String name, Supplier<T> trial) {
        bar.setExtraMessage(name);
        var result = trial.get();
        bar.step();
        return result;
    }

    @Override
    public void close() {
        bar.close();
    }
}
