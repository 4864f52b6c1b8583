package io.hourglass.inquiry.recount;

import static java.util.stream.Collectors.toSet;

import io.hourglass.audit.verifier.Lines;
import io.hourglass.audit.verifier.SealLine;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.JudgedPair;
import io.hourglass.inquiry.judging.PairSnapshot;
import io.hourglass.inquiry.recount.FiledDay.Noted;
import io.hourglass.inquiry.recount.FiledDay.Published;
import io.hourglass.inquiry.recount.FiledDay.Restated;
import io.hourglass.kernel.ids.InquiryId;
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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the days of an exported ledger again in their order, compares each verdict, and adds up each number. What a dispute
 * restated is taken as it was booked, from the seal on that holds the record of it: people let its fact in, no rule did.
 */
final class FileRecount {

    private static final Count NONE = new Count(0, 0);

    private final Predicate<Published> wanted;
    private final FiledThreads threads;
    private final Map<InquiryId, InquiryState> restated = new HashMap<>();
    private final Map<LocalDate, Map<String, Count>> counted = new HashMap<>();
    private final Map<LocalDate, Set<String>> unknown = new HashMap<>();
    private final Set<LocalDate> inFile = new HashSet<>();
    private final List<Result> results = new ArrayList<>();
    private final VerdictComparison verdicts = new VerdictComparison();

    private FileRecount(Predicate<Published> wanted, FiledThreads threads) {
        this.wanted = wanted;
        this.threads = threads;
    }

    /** How many of a supplier's inquiries were timely, and how many countable. */
    record Count(int timely, int countable) {

        Count plus(Count other) {
            return new Count(timely + other.timely, countable + other.countable);
        }

        Count minus(Count other) {
            return new Count(timely - other.timely, countable - other.countable);
        }

        static Count of(InquiryState state) {
            return new Count(state == InquiryState.TIMELY ? 1 : 0, state.countable() ? 1 : 0);
        }
    }

    /**
     * @param published 0 of 0 where the file lacks a number that the facts make
     * @param recounted null if a day that is needed is not in the file
     * @param missing why it could not be recounted; empty if it was
     */
    record Result(Published published, @Nullable Count recounted, String missing) {

        boolean equal() {
            return new Count(published.timely(), published.countable()).equals(recounted);
        }
    }

    /** @param numbers in the order of the days that hold them; of each day the restated ones first, those that lack last */
    record Outcome(List<Result> numbers, VerdictComparison verdicts) {}

    /**
     * @param wanted the numbers of interest; verdicts are all compared
     * @throws IOException if the file is no exported ledger, or a line of it is not as the ledger writes one
     */
    static Outcome of(Path file, Predicate<Published> wanted) throws IOException {
        var recount = new FileRecount(wanted, FiledThreads.in(file));
        try (var lines = Lines.of(file, "Recount")) {
            recount.readDays(lines);
        }
        return new Outcome(recount.results, recount.verdicts);
    }

    private void readDays(Lines lines) throws IOException {
        @Nullable FiledDay before = null;
        @Nullable FiledDay day = null;
        for (var line = lines.next(); line != null; ) {
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
        inFile.add(day.day());
        day.records().forEach(noted -> take(noted, previous, day.booksFrom()));
        if (isJudgeable(previous, day, next)) {
            counted.put(day.day(), count(previous, day, next));
        }
        verdicts.finish(day, threads::isRestated);
        day.numbers().forEach(number -> recount(number, day.booksFrom()));
        lacking(day).forEach(number -> recount(number, day.booksFrom()));
    }

    private void take(Noted noted, @Nullable FiledDay previous, LocalDate booksFrom) {
        if (noted instanceof Published revision) {
            verdicts.take(revision);
            recount(revision, booksFrom);
        } else if (noted instanceof Restated restatement) {
            verdicts.take(restatement);
            if (previous != null) {
                previous.restate(restatement);
            }
            threads.restate(restatement);
            restate(restatement);
        }
    }

    /** Where the inquiry's day could not be judged from this file, there is nothing to correct. */
    private void restate(Restated restatement) {
        var state = restatement.verdict().state();
        var was = restated.put(restatement.inquiry(), state);
        var counts = counted.get(restatement.day());
        if (was != null && counts != null) {
            counts.merge(restatement.supplier(), Count.of(state).minus(Count.of(was)), Count::plus);
        }
    }

    private void recount(Published number, LocalDate booksFrom) {
        if (wanted.test(number)) {
            var recounted = recounted(number, booksFrom);
            results.add(new Result(number, recounted, recounted == null ? missing(number, booksFrom) : ""));
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
        pairs.forEach((pair, files) -> {
            var judged = PairSnapshot.of(files).judged(day.booksClose());
            files.stream()
                    .filter(file -> day.holds(file.id()))
                    .forEach(
                            file -> counts.merge(pair.get(0), count(day, pair.get(0), judged, file.id()), Count::plus));
        });
        return counts;
    }

    private Count count(FiledDay day, String supplier, JudgedPair pair, InquiryId inquiry) {
        if (restsOnWhatComesLater(day, pair, inquiry)) {
            unknown.computeIfAbsent(day.day(), on -> new HashSet<>()).add(supplier);
            return NONE;
        }
        var judged = pair.judgement(inquiry);
        verdicts.compare(day, supplier, judged);
        if (threads.isRestated(inquiry)) {
            restated.put(inquiry, judged.state());
        }
        return Count.of(judged.state());
    }

    /** Whether what decided is none of the facts at hand, and may have happened to a mail of a day that the file does not reach. */
    private boolean restsOnWhatComesLater(FiledDay day, JudgedPair pair, InquiryId inquiry) {
        var verdict = day.verdictOf(inquiry);
        var deciding = verdict == null ? null : verdict.decidingFact();
        return deciding != null
                && !threads.reach(day.reach())
                && pair.pair().fact(deciding).isEmpty();
    }

    private static List<LocalDate> window(Published number, LocalDate booksFrom) {
        var from = number.windowFrom().isBefore(booksFrom) ? booksFrom : number.windowFrom();
        return from.datesUntil(number.windowTo().plusDays(1)).toList();
    }

    /** Of a number that cannot be recounted: the first day to blame, and what of it is not in the file. */
    private String missing(Published number, LocalDate booksFrom) {
        for (var day : window(number, booksFrom)) {
            if (!inFile.contains(day)) {
                return "the day " + day + " of its window is not in the file";
            }
            if (!counted.containsKey(day)) {
                return "inquiries of " + day
                        + " may be duplicates across midnight (ROLLING_24H): the day before or after it is"
                        + " not in the file";
            }
            if (isUnknown(day, number.supplier())) {
                return "a verdict of " + day
                        + " rests on a fact of a later day's mail, and that day is not in the file";
            }
        }
        throw new IllegalStateException("nothing is missing for " + number);
    }

    /** Before the first day of the books there was nothing. */
    private @Nullable Count recounted(Published number, LocalDate booksFrom) {
        var days = window(number, booksFrom);
        if (!counted.keySet().containsAll(days) || days.stream().anyMatch(day -> isUnknown(day, number.supplier()))) {
            return null;
        }
        return days.stream()
                .map(day -> Objects.requireNonNull(counted.get(day)).getOrDefault(number.supplier(), NONE))
                .reduce(NONE, Count::plus);
    }

    private boolean isUnknown(LocalDate day, String supplier) {
        return unknown.getOrDefault(day, Set.of()).contains(supplier);
    }

    /** Each supplier with a countable inquiry in the window has a number; these have none, though the facts make one. */
    private List<Published> lacking(FiledDay day) {
        var on = day.publishedOn();
        if (on == null) {
            return List.of();
        }
        var from = day.day().minusDays(day.windowDays() - 1L);
        var published = day.numbers().stream().map(Published::supplier).collect(toSet());
        var suppliers = new TreeSet<String>();
        from.datesUntil(day.day().plusDays(1))
                .map(covered -> counted.getOrDefault(covered, Map.of()))
                .forEach(counts -> suppliers.addAll(counts.keySet()));
        suppliers.removeAll(published);
        return suppliers.stream()
                .map(supplier -> new Published(supplier, on, 1, from, day.day(), 0, 0))
                .filter(number -> {
                    var recounted = recounted(number, day.booksFrom());
                    return recounted != null && recounted.countable() > 0;
                })
                .toList();
    }
}
