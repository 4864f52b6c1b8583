package io.hourglass.chat.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why the rate of a span is what it is, compared with the span before it (C15, C17). A consultation may have several causes; each
 * finding is told by itself, and {@link #overlaps} how they overlap.
 *
 * @param now of the span
 * @param before of the span before
 * @param findings first those that have grown most; empty if everything was answered
 * @param overlaps each set of causes that some unanswered consultations have, the most frequent first
 * @param usualHours in which whole hours of which weekdays persons usually write from each account that is looked at; nothing
 *     of an account of which that is not known
 */
public record ChatDiagnosis(
        Span span,
        Share now,
        Share before,
        List<Finding> findings,
        List<Overlap> overlaps,
        SortedMap<AccountId, Map<DayOfWeek, Set<Integer>>> usualHours) {

    private static final Comparator<HandledConsultation> BY_OPENING =
            Comparator.comparing(HandledConsultation::openedAt).thenComparing(HandledConsultation::id);

    /**
     * Of a shop.
     *
     * @param shop all its consultations of the span and the one before, and of more days around them where these are known: they
     *     show what is usual
     * @param zone by whose wall clock people work
     */
    public static ChatDiagnosis ofShop(Span span, List<HandledConsultation> shop, ZoneId zone) {
        return new Finder(span, shop, zone, null).diagnosis();
    }

    /** Of one of its accounts, beside the others. */
    public static ChatDiagnosis ofAccount(AccountId account, Span span, List<HandledConsultation> shop, ZoneId zone) {
        return new Finder(span, shop, zone, account).diagnosis();
    }

    /** Whether both spans have a rate, and this one's is the lower. */
    public boolean hasFallen() {
        return before.countable() > 0 && now.countable() > 0 && now.isBelow(before);
    }

    /** How many unanswered consultations no cause explains. */
    public int unexplained() {
        return overlaps.stream()
                .filter(overlap -> overlap.causes().isEmpty())
                .mapToInt(Overlap::consultations)
                .sum();
    }

    /** The rate if none of those had been that a cause explains. */
    public Share withoutAll() {
        return now.withoutUnanswered(now.unanswered() - unexplained());
    }

    /** Looks at each consultation once. */
    private static final class Finder {

        private final Span span;
        private final List<HandledConsultation> shop;
        private final ZoneId zone;
        private final List<HandledConsultation> now;
        private final List<HandledConsultation> before;
        private final Optional<AccountId> responsible;

        private Finder(Span span, List<HandledConsultation> shop, ZoneId zone, @Nullable AccountId account) {
            this.span = span;
            this.shop = shop;
            this.zone = zone;
            this.now = within(span, account);
            this.before = within(span.before(), account);
            this.responsible = account == null ? ResponsibleAccount.of(shares(now), shares(before)) : Optional.empty();
        }

        private List<HandledConsultation> within(Span days, @Nullable AccountId account) {
            return shop.stream()
                    .filter(one -> days.contains(one.day())
                            && (account == null || one.account().equals(account)))
                    .toList();
        }

        private static Map<AccountId, Share> shares(List<HandledConsultation> some) {
            return some.stream()
                    .collect(groupingBy(
                            HandledConsultation::account,
                            reducing(Share.NONE, one -> Share.NONE.plus(one.state()), Share::plus)));
        }

        private static Share share(List<HandledConsultation> some) {
            return some.stream().map(one -> Share.NONE.plus(one.state())).reduce(Share.NONE, Share::plus);
        }

        private ChatDiagnosis diagnosis() {
            var all = share(now);
            var allBefore = share(before);
            if (all.unanswered() == 0) {
                return new ChatDiagnosis(span, all, allBefore, List.of(), List.of(), Collections.emptySortedMap());
            }
            var causes = new Causes(shop, span.before(), zone);
            var found = found(now, causes);
            return new ChatDiagnosis(
                    span,
                    all,
                    allBefore,
                    found.findings(all, allBefore, found(before, causes)),
                    found.overlaps(),
                    usualHours(causes));
        }

        private Found found(List<HandledConsultation> some, Causes causes) {
            var found = new Found(responsible);
            some.stream().filter(HandledConsultation::isUnanswered).forEach(one -> found.add(one, causes.of(one)));
            return found;
        }

        private SortedMap<AccountId, Map<DayOfWeek, Set<Integer>>> usualHours(Causes causes) {
            return now.stream()
                    .map(HandledConsultation::account)
                    .distinct()
                    .collect(toMap(
                            account -> account,
                            account -> causes.usualHours(account).byWeekday(),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    /** What is behind each cause. */
    private static final class Found {

        private final Optional<AccountId> responsible;
        private final Map<Cause, List<HandledConsultation>> behind = new EnumMap<>(Cause.class);
        private final Map<Set<Cause>, Integer> together = new HashMap<>();

        private Found(Optional<AccountId> responsible) {
            this.responsible = responsible;
        }

        private void add(HandledConsultation one, Set<Cause> causes) {
            together.merge(Collections.unmodifiableSet(causes), 1, Integer::sum);
            causes.forEach(cause -> put(cause, one));
            if (responsible.filter(one.account()::equals).isPresent()) {
                put(Cause.ONE_ACCOUNT, one);
            }
        }

        private void put(Cause cause, HandledConsultation one) {
            behind.computeIfAbsent(cause, first -> new ArrayList<>()).add(one);
        }

        private int number(Cause cause) {
            return behind.getOrDefault(cause, List.of()).size();
        }

        private List<Finding> findings(Share all, Share allBefore, Found earlier) {
            var growth = behind.keySet().stream()
                    .collect(toMap(cause -> cause, cause -> growth(cause, all, allBefore, earlier)));
            return behind.keySet().stream()
                    .sorted(Comparator.<Cause, Long>comparing(growth::get)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .map(cause -> finding(cause, all, earlier))
                    .toList();
        }

        /** Beyond as many as there were before, of as many: in parts of the countable ones before. */
        private long growth(Cause cause, Share all, Share allBefore, Found earlier) {
            return allBefore.countable() == 0
                    ? number(cause)
                    : (long) number(cause) * allBefore.countable() - (long) earlier.number(cause) * all.countable();
        }

        private Finding finding(Cause cause, Share all, Found earlier) {
            var consultations = behind.getOrDefault(cause, List.of()).stream()
                    .sorted(BY_OPENING)
                    .toList();
            return new Finding(
                    cause,
                    cause.isReason() ? null : responsible.orElse(null),
                    consultations,
                    earlier.number(cause),
                    cause.isReason() ? together.getOrDefault(EnumSet.of(cause), 0) : 0,
                    all.withoutUnanswered(consultations.size()));
        }

        private List<Overlap> overlaps() {
            return together.entrySet().stream()
                    .map(causes -> new Overlap(causes.getKey(), causes.getValue()))
                    .sorted(Comparator.comparing(Overlap::consultations)
                            .reversed()
                            .thenComparing(overlap -> overlap.causes().toString()))
                    .toList();
        }
    }
}
