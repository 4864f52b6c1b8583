package io.hourglass.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.hourglass.bench.report.Report;
import io.hourglass.bench.scale.Scale;
import java.util.TimeZone;
import org.slf4j.LoggerFactory;

/** The benchmark's main class. Exit code 1: a contender's books do not add up, or something failed. */
public final class Benchmark {

    private static final long TEN_MILLION = 10_000_000;

    private Benchmark() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // as Hourglass does
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        if (Options.isOfScale()) {
            try (var bar = new Bar(Scale.steps())) {
                Scale.run(Long.getLong("bench.inquiries", TEN_MILLION), bar, Options.jsonFile());
            }
            System.exit(0);
        }
        var options = Options.fromSystemProperties();
        var findings = new Programme(options).run();
        var report = new Report(findings, options.statements());
        report.print(System.out);
        report.write(options.json());
        System.exit(findings.differences().isEmpty() ? 0 : 1);
    }
}
