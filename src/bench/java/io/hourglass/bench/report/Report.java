package io.hourglass.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.bench.trial.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells people and machines what was found. */
public final class Report {

    private static final int MAX_FREQUENT = 60;

    private final Findings findings;
    private final boolean statements;
    private final List<ContenderFigures> contenders;
    private final List<Goal> goals;

    /** @param statements whether the most frequent statements are told too */
    public Report(Findings findings, boolean statements) {
        this.findings = findings;
        this.statements = statements;
        this.contenders =
                findings.rounds().all().stream().map(ContenderFigures::of).toList();
        this.goals = new Goals(findings).all();
    }

    public void print(PrintStream out) {
        new Tables(findings, contenders, goals).print(out);
        if (statements) {
            findings.rounds().all().forEach(series -> printStatements(series, out));
        }
        if (findings.differences().isEmpty()) {
            out.println("Every contender's inquiries, verdicts, buckets and published numbers add up.");
        } else {
            out.println("THE BOOKS DO NOT ADD UP:");
            findings.differences().forEach(difference -> out.println("  " + difference));
        }
    }

    public void write(Path json) {
        var all = new LinkedHashMap<String, Object>();
        all.put("run", findings.run());
        all.put("contenders", contenders);
        all.put("ratios", findings.rounds().ratios());
        all.put("storms", findings.storms());
        all.put("storedBytes", findings.storedBytes());
        all.put("latenessMillis", findings.lateness());
        all.put("publishedNumberMillis", findings.reads());
        all.put("offerMillis", findings.offers());
        all.put("ledgerDay", findings.ledgerDay());
        all.put("midnight", findings.midnight());
        all.put("bulkImport", findings.bulkImport());
        all.put("streamedFacts", findings.streamedFacts());
        all.put("singleClientMillis", findings.oneCaller());
        all.put("openInquiries", findings.open());
        all.put("differences", findings.differences());
        all.put("goals", goals);
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printStatements(Series series, PrintStream out) {
        var contender = series.contender();
        out.printf(
                "%nStatements of %s on %s, for each lifecycle:%n",
                contender.name(), contender.database().kind());
        series.statements().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MAX_FREQUENT)
                .forEach(text -> out.printf("%8.3f  %s%n", text.getValue(), text.getKey()));
    }
}
