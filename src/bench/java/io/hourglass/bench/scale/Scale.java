package io.hourglass.bench.scale;

import io.hourglass.bench.trial.Progress;
import java.nio.file.Path;

/** Measures what a look costs in a marketplace, and in one of a hundredth of its size. */
public final class Scale {

    private Scale() {}

    public static int steps() {
        return 2 * ScaleTrial.steps();
    }

    /** @param inquiries over a year, in the larger one */
    public static void run(long inquiries, Progress progress, Path json) {
        var log = json.resolveSibling("scale.log");
        var size = Size.of(inquiries);
        var report = new ScaleReport(
                new ScaleTrial(size.hundredth(), progress, log).run(), new ScaleTrial(size, progress, log).run());
        report.print(System.out);
        report.write(json);
    }
}
