package io.hourglass.rate.recount;

import io.hourglass.audit.verifier.Lines;
import io.hourglass.audit.verifier.SealLine;
import io.hourglass.rate.recount.FiledDay.Published;
import io.hourglass.sla.CaseFile;
import io.hourglass.sla.Judge;
import io.hourglass.sla.State;
import io.hourglass.sla.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an exported ledger once, judges its days again in their order, and adds up each number. */
final class FileRecount {

    private static final Count NONE = new Count(0, 0);

    private final Predicate<Published> wanted;
    private final Map<LocalDate, Map<String, Count>> counted = new HashMap<>();
    private final List<Result> results = new ArrayList<>();

    private FileRecount(Predicate<Published> wanted) {
        this.wanted = wanted;
    }

    /** How many of a supplier's inquiries were timely, and how many countable. */
    record Count(int timely, int countable) {

        Count plus(Count other) {
            return new Count(timely + other.timely, countable + other.countable);
        }

        Count plus(State state) {
            return plus(new Count(
                    state == State.TIMELY ? 1 : 0, Verdict.valueOf(state.name()).countable() ? 1 : 0));
        }
    }

    /** @param recounted null if a day of the window that is needed is not in the file */
    record Result(Published published, @Nullable Count recounted) {

        boolean equal() {
            return new Count(published.timely(), published.countable()).equals(recounted);
        }
    }

    /**
     * In the order of the file.
     *
     * @throws IOException if the file is no exported ledger
     */
    static List<Result> of(Lines lines, Predicate<Published> wanted) throws IOException {
        var recount = new FileRecount(wanted);
        recount.readDays(lines);
        return recount.results;
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
        if (isJudgeable(previous, day, next)) {
            counted.put(day.day(), count(previous, day, next));
        }
        day.numbers().stream()
                .filter(wanted)
                .forEach(number -> results.add(new Result(number, recounted(number, day.booksFrom()))));
    }

    /** Where duplicates reach across midnight, the days beside it matter. */
    private static boolean isJudgeable(@Nullable FiledDay before, FiledDay day, @Nullable FiledDay after) {
        var rolling = Stream.of(before, day, after).filter(Objects::nonNull).anyMatch(FiledDay::rolling);
        return !rolling || (after != null && (before != null || day.day().equals(day.booksFrom())));
    }

    private static Map<String, Count> count(@Nullable FiledDay before, FiledDay day, @Nullable FiledDay after) {
        var pairs = new HashMap<List<String>, List<CaseFile>>();
        for (var near : Stream.of(before, day, after).filter(Objects::nonNull).toList()) {
            for (var filed : near.inquiries()) {
                pairs.computeIfAbsent(List.of(filed.supplier(), filed.by()), pair -> new ArrayList<>())
                        .add(near.file(filed, near == before));
            }
        }
        var counts = new HashMap<String, Count>();
        pairs.forEach((pair, files) -> files.stream()
                .filter(file -> day.holds(file.id()))
                .map(file -> Judge.judge(files, file.id(), day.booksClose()).state())
                .forEach(state -> counts.merge(pair.get(0), NONE.plus(state), Count::plus)));
        return counts;
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
