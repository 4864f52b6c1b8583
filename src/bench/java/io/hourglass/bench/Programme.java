package io.hourglass.bench;

import io.hourglass.bench.contender.Contender.Name;
import io.hourglass.bench.contender.Database;
import io.hourglass.bench.contender.Databases;
import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.report.Findings;
import io.hourglass.bench.trial.BulkImport;
import io.hourglass.bench.trial.Lateness;
import io.hourglass.bench.trial.LedgerDay;
import io.hourglass.bench.trial.Midnight;
import io.hourglass.bench.trial.NumberReads;
import io.hourglass.bench.trial.Offers;
import io.hourglass.bench.trial.OneCaller;
import io.hourglass.bench.trial.OpenInquiries;
import io.hourglass.bench.trial.Rounds;
import io.hourglass.bench.trial.SelfCheck;
import io.hourglass.bench.trial.Series;
import io.hourglass.bench.trial.StoredBytes;
import io.hourglass.bench.trial.Storm;
import io.hourglass.bench.trial.StreamedFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is measured, in which order. */
final class Programme {

    /** The trials beside the rounds: two storms, three sizes, and one each of single client, reads, lateness, offers, ledger, midnight, import, stream. */
    private static final int OTHER_STEPS = 13;

    private final Options options;
    private final Mode mode;

    Programme(Options options) {
        this.options = options;
        this.mode = options.mode();
    }

    Findings run() {
        try (var databases = new Databases();
                var field = new Field(databases, options)) {
            var rounds = new Rounds(field.series(), mode.open(), mode.warmUps(), mode.rounds());
            var steps = rounds.steps() + OTHER_STEPS + (mode.millionOpen() ? OpenInquiries.steps() : 0);
            try (var bar = new Bar(steps)) {
                return measure(field, rounds, bar);
            }
        }
    }

    private Findings measure(Field field, Rounds rounds, Bar bar) {
        rounds.run(bar);
        var storms = storms(field, bar);
        var sizes = ofEach(field, "stored bytes: ", bar, series -> StoredBytes.of(series, mode.sized()));
        var ours = field.onPostgres(Name.HOURGLASS);
        var oneCaller = bar.found("a single client", () -> OneCaller.of(ours, mode.requests()));
        var differences = differences(field.series());
        var hourglass = (HourglassItself) ours.contender();
        var reads = bar.found("published numbers", () -> NumberReads.of(hourglass, mode.readers()));
        var lateness = bar.found("lateness", () -> Lateness.of(hourglass, ours.slices(), mode.idle()));
        var offers = bar.found("offers", () -> Offers.of(hourglass, mode.readers(), mode.requests()));
        var ledgerDay = bar.found("a day in the ledger", () -> ledgerDay(field));
        var midnight = bar.found("midnight of chat", () -> midnight(field));
        var bulk = bar.found("a file of facts", () -> bulkImport(field));
        var streamed = bar.found("a topic of facts", () -> streamedFacts(field));
        var open = mode.millionOpen() ? open(field, bar, differences) : List.<OpenInquiries>of();
        return new Findings(
                RunInfo.of(options, hourglass.database()),
                rounds,
                storms,
                sizes,
                lateness,
                reads,
                offers,
                ledgerDay,
                midnight,
                bulk,
                streamed,
                oneCaller,
                open,
                differences);
    }

    private Map<String, Storm> storms(Field field, Bar bar) {
        var found = new LinkedHashMap<String, Storm>();
        for (var name : List.of(Name.HOURGLASS, Name.DEFAULTS)) {
            var inquiries = name == Name.HOURGLASS ? mode.storm() : mode.slowStorm();
            var storm = bar.found("storm: " + name, () -> Storm.of(field.onPostgres(name), inquiries));
            found.put(name.toString(), storm);
        }
        return found;
    }

    private <T> Map<String, T> ofEach(Field field, String step, Bar bar, Function<Series, T> trial) {
        var found = new LinkedHashMap<String, T>();
        for (var name : List.of(Name.HOURGLASS, Name.DEFAULTS, Name.PLAIN)) {
            found.put(name.toString(), bar.found(step + name, () -> trial.apply(field.onPostgres(name))));
        }
        return found;
    }

    private LedgerDay ledgerDay(Field field) {
        try (var series = field.another(Database.Kind.POSTGRESQL)) {
            return LedgerDay.of((HourglassItself) series.contender(), mode.ledgerDay());
        }
    }

    private Midnight midnight(Field field) {
        try (var series = field.another(Database.Kind.POSTGRESQL)) {
            return Midnight.of((HourglassItself) series.contender(), mode.midnight(), mode.requests());
        }
    }

    private BulkImport bulkImport(Field field) {
        try (var series = field.another(Database.Kind.POSTGRESQL)) {
            return BulkImport.of((HourglassItself) series.contender(), mode.requests(), mode.slice());
        }
    }

    private StreamedFacts streamedFacts(Field field) {
        try (var series = field.another(Database.Kind.POSTGRESQL)) {
            return StreamedFacts.of((HourglassItself) series.contender(), mode.requests(), mode.slice());
        }
    }

    private List<OpenInquiries> open(Field field, Bar bar, List<String> differences) {
        try (var series = field.another(Database.Kind.POSTGRESQL)) {
            var found = OpenInquiries.of((HourglassItself) series.contender(), series.slices(), mode.slice(), bar);
            differences.addAll(SelfCheck.of(series));
            return found;
        }
    }

    private static List<String> differences(List<Series> all) {
        var differences = new ArrayList<String>();
        all.forEach(series -> differences.addAll(SelfCheck.of(series)));
        return differences;
    }
}
