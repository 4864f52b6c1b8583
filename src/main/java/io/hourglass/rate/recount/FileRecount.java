package io.hourglass.rate.recount;

import static java.util.stream.Collectors.toSet;

import io.hourglass.audit.verifier.Lines;
import io.hourglass.audit.verifier.SealLine;
import io.hourglass.kernel.InquiryId;
import io.hourglass.rate.recount.FiledDay.Noted;
import io.hourglass.rate.recount.FiledDay.Published;
import io.hourglass.rate.recount.FiledDay.Restated;
import io.hourglass.sla.CaseFile;
import io.hourglass.sla.Judge;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the days of an exported ledger again in their order, and adds up each number. What a dispute restated is taken as
 * it was booked, from the seal on that holds the record of it: people let its fact in, no rule did.
 */
final class FileRecount {

    private static final Count NONE = new Count(0, 0);

    private final Predicate<Published> wanted;
    private final FiledThreads threads;
    private final Map<InquiryId, State> restated = new HashMap<>();
    private final Set<InquiryId> restatedOnce;
    private final Map<LocalDate, Map<String, Count>> counted = new HashMap<>();
    private final List<Result> results = new ArrayList<>();

    private FileRecount(Predicate<Published> wanted, Set<InquiryId> restatedOnce, FiledThreads threads) {
        this.wanted = wanted;
        this.threads = threads;
        this.restatedOnce = restatedOnce;
    }

    /** How many of a supplier's inquiries were timely, and how many countable. */
    record Count(int timely, int countable) {

        Count plus(Count other) {
            return new Count(timely + other.timely, countable + other.countable);
        }

        Count minus(Count other) {
            return new Count(timely - other.timely, countable - other.countable);
        }

        static Count of(State state) {
            return new Count(state == State.TIMELY ? 1 : 0, state.countable() ? 1 : 0);
        }
    }

    /** @param recounted null if a day of the window that is needed is not in the file */
    record Result(Published published, @Nullable Count recounted) {

        boolean equal() {
            return new Count(published.timely(), published.countable()).equals(recounted);
        }
    }

    /**
     * In the order of the days that hold them; of each day the restated numbers first.
     *
     * @throws IOException if the file is no exported ledger
     */
    static List<Result> of(Path file, Predicate<Published> wanted) throws IOException {
        var recount = new FileRecount(wanted, restatedIn(file), FiledThreads.in(file));
        try (var lines = Lines.of(file, "Recount")) {
            recount.readDays(lines);
        }
        return recount.results;
    }

    /** They are few; of all others the verdict need not be kept. */
    private static Set<InquiryId> restatedIn(Path file) throws IOException {
        var found = new HashSet<InquiryId>();
        try (var lines = Lines.of(file, "Look for restatements")) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var inquiry = FiledDay.restatedBy(line);
                if (inquiry != null) {
                    found.add(inquiry);
                }
            }
        }
        return found;
    }

    private void readDays(Lines lines) throws IOException {
        var line = lines.next();
        if (line == null || !SealLine.is(line)) {
            throw new IOException("the file does not begin with a line about a seal");
        }
        @Nullable FiledDay before = null;
        @Nullable FiledDay day = null;
        while (line != null) {
            var after = new FiledDay();
            for (line = lines.next(); line != null && !SealLine.is(line); line = lines.next()) {
                after.add(line);
            }
            finish(before, day, after);
            before = day;
            day = after;
        }
        finish(before, day, null);
    }

    private void finish(@Nullable FiledDay before, @Nullable FiledDay day, @Nullable FiledDay after) {
        if (day == null) {
            return;
        }
        var previous = before != null && before.day().plusDays(1).equals(day.day()) ? before : null;
        var next = after != null && after.day().minusDays(1).equals(day.day()) ? after : null;
        day.records().forEach(noted -> take(noted, previous, day.booksFrom()));
        if (isJudgeable(previous, day, next)) {
            counted.put(day.day(), count(previous, day, next));
        }
        day.numbers().forEach(number -> recount(number, day.booksFrom()));
    }

    private void take(Noted noted, @Nullable FiledDay previous, LocalDate booksFrom) {
        if (noted instanceof Published revision) {
            recount(revision, booksFrom);
        } else if (noted instanceof Restated restatement) {
            if (previous != null) {
                previous.restate(restatement);
            }
            threads.restate(restatement);
            restate(restatement);
        }
    }

    /** Where the inquiry's day could not be judged from this file, there is nothing to correct. */
    private void restate(Restated restatement) {
        var was = restated.put(restatement.inquiry(), restatement.state());
        var counts = counted.get(restatement.day());
        if (was != null && counts != null) {
            var change = Count.of(restatement.state()).minus(Count.of(was));
            counts.merge(restatement.supplier(), change, Count::plus);
        }
    }

    private void recount(Published number, LocalDate booksFrom) {
        if (wanted.test(number)) {
            results.add(new Result(number, recounted(number, booksFrom)));
        }
    }

    /** Where duplicates reach across midnight, the days beside it matter. */
    private static boolean isJudgeable(@Nullable FiledDay before, FiledDay day, @Nullable FiledDay after) {
        var rolling = Stream.of(before, day, after).filter(Objects::nonNull).anyMatch(FiledDay::rolling);
        return !rolling || (after != null && (before != null || day.day().equals(day.booksFrom())));
    }

    private Map<String, Count> count(@Nullable FiledDay before, FiledDay day, @Nullable FiledDay after) {
        var pairs = new HashMap<List<String>, List<CaseFile>>();
        for (var near : Stream.of(before, day, after).filter(Objects::nonNull).toList()) {
            for (var filed : near.inquiries()) {
                pairs.computeIfAbsent(filed.pair(), pair -> new ArrayList<>())
                        .add(near.file(filed, near == before, threads.lateFactsOf(filed.id())));
            }
        }
        pairs.forEach((pair, files) -> {
            var atHand = files.stream().map(CaseFile::id).collect(toSet());
            files.addAll(threads.further(pair, atHand, day.day()));
        });
        var counts = new HashMap<String, Count>();
        pairs.forEach((pair, files) -> files.stream()
                .filter(file -> day.holds(file.id()))
                .map(file -> Judge.judge(files, file.id(), day.booksClose()))
                .forEach(judgement -> counts.merge(pair.get(0), Count.of(state(judgement)), Count::plus)));
        return counts;
    }

    private State state(Judgement judgement) {
        if (restatedOnce.contains(judgement.inquiry())) {
            restated.put(judgement.inquiry(), judgement.state());
        }
        return judgement.state();
    }

    /** Before the first day of the books there was nothing. */
    private @Nullable Count recounted(Published number, LocalDate booksFrom) {
        var from = number.windowFrom().isBefore(booksFrom) ? booksFrom : number.windowFrom();
        var days = from.datesUntil(number.windowTo().plusDays(1)).toList();
        if (!counted.keySet().containsAll(days)) {
            return null;
        }
        return days.stream()
                .map(day -> Objects.requireNonNull(counted.get(day)).getOrDefault(number.supplier(), NONE))
                .reduce(NONE, Count::plus);
    }
}
