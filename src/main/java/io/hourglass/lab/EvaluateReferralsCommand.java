package io.hourglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.kernel.text.Commands;
import io.hourglass.kernel.time.IsoInstant;
import io.hourglass.referral.ranking.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code evaluate-referrals}: learns from one part of a log who serves what, and says how well that foretells who served
 * the other part. It touches no database.
 */
@Command(
        name = "evaluate-referrals",
        description = "Ranks suppliers for inquiries of a log that another than the one asked served in the end, and "
                + "compares the ranking with simple ones.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = EvaluateReferralsCommand.USAGE,
        exitCodeOnExecutionException = EvaluateReferralsCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rankings were compared",
            "1:a file could not be read or written, or nothing is left to compare",
            "64:the command line is wrong"
        })
public final class EvaluateReferralsCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Option(names = "--train", paramLabel = "LOG", description = "CSV, plain or gzipped.")
    private @Nullable Path train;

    @Option(
            names = "--train-finals",
            paramLabel = "FILE",
            description = "inquiry,final_supplier of those that another supplier served.")
    private @Nullable Path trainFinals;

    @Option(
            names = "--split",
            paramLabel = "INSTANT",
            description = "Learn from what was received before, test on the rest of the same log.")
    private @Nullable Instant split;

    @Option(names = "--test", paramLabel = "LOG", description = "Test on this log instead.")
    private @Nullable Path test;

    @Option(names = "--test-finals", paramLabel = "FILE", description = "Those of the log to test on.")
    private @Nullable Path testFinals;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the comparison there as well.")
    private @Nullable Path json;

    /** @return the exit code */
    public static int run(String... args) {
        return Commands.onTerminal(new EvaluateReferralsCommand())
                .registerConverter(Instant.class, IsoInstant::parse)
                .execute(args);
    }

    private record Work(List<LoggedInquiry> training, List<Served> queries) {}

    @Override
    public Integer call() throws IOException {
        var work = work();
        var rankings = new TrainedRankings(work.training());
        if (work.training().isEmpty() || work.queries().isEmpty()) {
            throw new IOException(
                    "there is nothing to compare: " + work.training().size() + " inquiries to learn from, "
                            + work.queries().size() + " to test on");
        }
        var found = new ArrayList<RankingQuality>();
        rankings.all().forEach((name, ranking) -> found.add(RankingQuality.of(name, ranking, work.queries())));
        print(work, rankings, found);
        if (json != null) {
            write(json, work, rankings, found);
        }
        return 0;
    }

    private Work work() throws IOException {
        if (train == null || trainFinals == null) {
            throw wrong("give --train and --train-finals");
        }
        var first = ServedLog.read(train, trainFinals);
        var instant = split;
        if (instant != null && test == null && testFinals == null) {
            return new Work(
                    first.stream()
                            .filter(inquiry -> inquiry.receivedAt().isBefore(instant))
                            .toList(),
                    queries(first.stream()
                            .filter(inquiry -> !inquiry.receivedAt().isBefore(instant))
                            .toList()));
        }
        if (instant == null && test != null && testFinals != null) {
            return new Work(first, queries(ServedLog.read(test, testFinals)));
        }
        throw wrong("give either --split, or --test and --test-finals");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static List<Served> queries(List<LoggedInquiry> inquiries) {
        return inquiries.stream()
                .filter(LoggedInquiry::listed)
                .map(LoggedInquiry::served)
                .toList();
    }

    private void print(Work work, TrainedRankings rankings, List<RankingQuality> found) {
        var out = spec.commandLine().getOut();
        out.printf(
                "learnt from %,d inquiries; %,d queries, %,d candidates%n%n",
                work.training().size(), work.queries().size(), rankings.candidates());
        out.printf("%-18s %8s %8s %8s %8s %8s%n", "ranking", "hit@1", "hit@3", "hit@5", "MRR", "NDCG@5");
        found.forEach(each -> out.printf(
                "%-18s %8.3f %8.3f %8.3f %8.3f %8.3f%n",
                each.ranking(), each.hitAt1(), each.hitAt3(), each.hitAt5(), each.mrr(), each.ndcgAt5()));
        out.flush();
    }

    private static void write(Path file, Work work, TrainedRankings rankings, List<RankingQuality> found)
            throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("learntFrom", work.training().size());
        all.put("queries", work.queries().size());
        all.put("candidates", rankings.candidates());
        all.put("rankings", found);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }
}
