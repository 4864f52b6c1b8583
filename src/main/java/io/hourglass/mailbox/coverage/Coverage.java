package io.hourglass.mailbox.coverage;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been seen of a supplier's mailbox, and what has not, as far as it is known by an instant. */
public final class Coverage {

    /** Nothing is known of a mailbox: the supplier depends on none. */
    public static final Coverage NONE = new Coverage(List.of(), Duration.ZERO, Instant.MIN);

    private final List<CoverageFact> facts;
    private final Duration lag;
    private final Instant since;
    private final List<Gap> gaps;

    private Coverage(List<CoverageFact> facts, Duration lag, Instant since) {
        this.facts = facts;
        this.lag = lag;
        this.since = since;
        this.gaps = dependences().stream()
                .flatMap(dependence -> unread(dependence).stream())
                .flatMap(this::parts)
                .toList();
    }

    /**
     * @param lag for how long a mailbox may go unread without a gap
     * @param since what was before is of no interest, and need not be among the facts, but for what happened at instants
     */
    static Coverage of(List<CoverageFact> facts, Duration lag, Instant since) {
        var inOrder = facts.stream()
                .sorted(comparing(CoverageFact::from).thenComparing(CoverageFact::recordedAt))
                .toList();
        return new Coverage(inOrder, lag, since);
    }

    /** From an instant at which a supplier came to depend on its mailbox up to the last before it no longer did. */
    private record Dependence(Instant from, @Nullable Instant until) {}

    /** As it was known then: what was recorded later is left out, and so is what was read later. */
    public Coverage knownAt(Instant instant) {
        return new Coverage(
                facts.stream()
                        .filter(fact -> fact.is(CoverageKind.READ_LATER)
                                ? fact.recordedAt().isBefore(instant)
                                : !fact.recordedAt().isAfter(instant))
                        .toList(),
                lag,
                since);
    }

    /** In their order; where one was read later in part, each part is one. The last lasts, and may not have been noticed yet. */
    public List<Gap> gaps() {
        return gaps;
    }

    /**
     * The supplier's time of dependence between the two instants, without a hole: read, read later or not read.
     *
     * @param known by when a gap has to have been noticed
     */
    public List<Stretch> stretches(Instant start, Instant end, Instant known) {
        var noticed = gaps.stream()
                .filter(gap -> !gap.noticedAt().isAfter(known) && gap.touches(start, end))
                .toList();
        var stretches = new ArrayList<Stretch>();
        for (var dependence : dependences()) {
            var from = later(dependence.from(), start);
            var until = earlier(dependence.until(), end);
            if (!from.isAfter(until)) {
                stretches.addAll(between(from, until, noticed));
            }
        }
        return List.copyOf(stretches);
    }

    private static List<Stretch> between(Instant from, Instant until, List<Gap> gaps) {
        var stretches = new ArrayList<Stretch>();
        var reached = from;
        for (var gap : gaps) {
            if (gap.touches(from, until)) {
                var begin = later(gap.from(), from);
                var end = earlier(gap.until(), until);
                if (begin.isAfter(reached)) {
                    stretches.add(Stretch.read(reached, begin));
                }
                stretches.add(Stretch.of(gap, begin, end));
                reached = end;
            }
        }
        if (reached.isBefore(until) || stretches.isEmpty()) {
            stretches.add(Stretch.read(reached, until));
        }
        return stretches;
    }

    /** When it stopped, if the supplier depends on it at that instant and nothing has been read for longer than is allowed. */
    public @Nullable Instant unreadSince(Instant now) {
        return gaps.stream()
                .filter(gap -> gap.until() == null && !gap.noticedAt().isAfter(now))
                .map(Gap::from)
                .findFirst()
                .orElse(null);
    }

    private List<Dependence> dependences() {
        var found = new ArrayList<Dependence>();
        @Nullable Instant begun = null;
        for (var fact : facts) {
            if (fact.is(CoverageKind.CONNECTED) && begun == null) {
                begun = fact.from();
            } else if (fact.is(CoverageKind.DISCONNECTED) && begun != null) {
                found.add(new Dependence(begun, fact.from().minusMillis(1)));
                begun = null;
            }
        }
        if (begun != null) {
            found.add(new Dependence(begun, null));
        }
        return found;
    }

    private List<Gap> unread(Dependence dependence) {
        var gaps = new ArrayList<Gap>();
        var reached = later(dependence.from(), since);
        for (var read : facts) {
            if (read.is(CoverageKind.READ) && !read.until().isBefore(reached) && !isOver(dependence, read.from())) {
                if (read.from().isAfter(reached)) {
                    gaps.add(gap(reached, read.from()));
                }
                reached = read.until();
            }
        }
        var end = dependence.until();
        if (end == null || reached.isBefore(end)) {
            gaps.add(gap(reached, end));
        }
        return gaps;
    }

    private static boolean isOver(Dependence dependence, Instant instant) {
        return dependence.until() != null && instant.isAfter(dependence.until());
    }

    private Gap gap(Instant from, @Nullable Instant until) {
        return new Gap(from, until, from.plus(lag), null, null);
    }

    private Stream<Gap> parts(Gap whole) {
        var cuts = new TreeSet<Instant>();
        cuts.add(whole.from());
        facts.stream()
                .filter(fact -> fact.is(CoverageKind.READ_LATER))
                .flatMap(fact -> Stream.of(fact.from(), fact.until()))
                .filter(cut -> cut.isAfter(whole.from()) && (whole.until() == null || cut.isBefore(whole.until())))
                .forEach(cuts::add);
        return cuts.stream().map(cut -> part(whole, cut, cuts.higher(cut) == null ? whole.until() : cuts.higher(cut)));
    }

    private Gap part(Gap whole, Instant from, @Nullable Instant until) {
        return new Gap(from, until, whole.noticedAt(), readAt(from, until), toldAt(from, until));
    }

    private @Nullable Instant readAt(Instant from, @Nullable Instant until) {
        return until == null
                ? null
                : facts.stream()
                        .filter(fact -> fact.is(CoverageKind.READ_LATER) && fact.holds(from, until))
                        .map(CoverageFact::recordedAt)
                        .min(naturalOrder())
                        .orElse(null);
    }

    /** If that stands, until it works again, within the gap. */
    private @Nullable Instant toldAt(Instant from, @Nullable Instant until) {
        return facts.stream()
                .filter(fact -> fact.is(CoverageKind.TOLD_OF_REFUSAL))
                .map(CoverageFact::from)
                .filter(told -> until == null || !told.isAfter(until))
                .filter(told -> facts.stream()
                        .noneMatch(again -> again.is(CoverageKind.WORKS_AGAIN)
                                && !again.from().isBefore(told)
                                && !again.from().isAfter(from)))
                .findFirst()
                .orElse(null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : Objects.requireNonNull(one);
    }
}
