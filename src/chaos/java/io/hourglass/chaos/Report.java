package io.hourglass.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what a run came to: to people as a table, to machines as JSON. */
final class Report {

    private static final int SHOWN = 10;

    private Report() {}

    static void print(Outcome outcome, PrintStream out) {
        out.println();
        outcome.counts().forEach((what, count) -> out.printf("%-44s %s%n", what, shown(count)));
        outcome.findings().forEach(finding -> {
            out.printf(
                    "%-44s %s%n",
                    "check of " + finding.check() + " (" + shown(finding.compared()) + " compared)",
                    shown(finding.differences().size()));
            finding.differences().stream().limit(SHOWN).forEach(difference -> out.println("    " + difference));
        });
        out.printf("%-44s %s%n", "differences", shown(outcome.differences()));
    }

    static void write(Outcome outcome, Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>(outcome.counts());
        report.put("checks", outcome.findings());
        report.put("differences", outcome.differences());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
    }

    private static String shown(Object count) {
        return count instanceof Integer number ? String.format("%,d", number) : String.valueOf(count);
    }
}
