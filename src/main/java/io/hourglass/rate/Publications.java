package io.hourglass.rate;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.Publication.Status;
import io.hourglass.rate.RatedSuppliers.RatedSupplier;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was published, and the inquiries under it (R4, R29). */
@Component
@Transactional(readOnly = true)
public class Publications {

    /** Days; closes that lag further behind have nothing to compare. */
    private static final int LOOKED_BACK = 60;

    private static final Comparator<PublishedNumber> BY_DATE =
            Comparator.comparing(PublishedNumber::publishedOn).thenComparing(PublishedNumber::revision);

    private final PublishedNumbers numbers;
    private final BookDays days;
    private final VerdictEntries entries;
    private final RatedSuppliers suppliers;
    private final Policies policies;
    private final Clock clock;

    Publications(
            PublishedNumbers numbers,
            BookDays days,
            VerdictEntries entries,
            RatedSuppliers suppliers,
            Policies policies,
            Clock clock) {
        this.numbers = numbers;
        this.days = days;
        this.entries = entries;
        this.suppliers = suppliers;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A page of the inquiries under a number, those that do not count included.
     *
     * @param entries as they stood when it was published
     * @param now how each stands in the books now
     * @param total on all pages
     * @param states how many there are in each state, on all pages and whichever was asked for
     */
    public record Under(
            PublishedNumber number,
            List<VerdictEntry> entries,
            Map<InquiryId, VerdictEntry> now,
            int total,
            Map<State, Integer> states) {}

    /**
     * As it was known at an instant.
     *
     * @param on null for today in the marketplace zone
     * @param knownAt null means the present instant
     * @throws NotKnown if there is no such supplier, or the date's numbers were not out at that instant
     */
    public Publication find(SupplierId supplier, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var latest = find(supplier, on);
        if (knownAt == null) {
            return latest;
        }
        var number = numbers.find(supplier, latest.on(), knownAt).orElse(null);
        var day = days.find(completing(latest.on())).orElse(null);
        if (number == null && (day == null || !day.outBy(knownAt))) {
            throw notOut(latest, "KNOWN_AT", knownAt.toString());
        }
        return of(supplier, latest.on(), number, completing -> true);
    }

    /**
     * Every number of a supplier and each of its revisions, by date.
     *
     * @param from the first date of publication; null for as many days before the last as a number covers
     * @param to the last, included; null for today in the marketplace zone
     * @throws NotKnown if there is no such supplier
     * @throws BadInput if the dates are in the wrong order
     */
    public List<PublishedNumber> revisions(SupplierId supplier, @Nullable LocalDate from, @Nullable LocalDate to) {
        requireKnown(supplier);
        var last = to == null ? today() : to;
        var first = from == null ? last.minusDays(policies.inForceOn(last).rateWindowDays() - 1L) : from;
        if (first.isAfter(last)) {
            throw new BadInput("from", first, "on or before the last date, " + last);
        }
        return numbers.revisionsOf(supplier, first, last);
    }

    /**
     * The number that was the latest out at that instant, and the further revisions that its date has had since; empty where
     * there was none.
     */
    public List<PublishedNumber> asOutAt(SupplierId supplier, Instant instant) {
        var day = NaturalDay.of(instant, policies.zone());
        var all = numbers.revisionsOf(supplier, day.minusDays(LOOKED_BACK), day);
        return all.stream()
                .filter(number -> !number.publishedAt().isAfter(instant))
                .max(BY_DATE)
                .map(then -> all.stream()
                        .filter(number ->
                                number.publishedOn().equals(then.publishedOn()) && number.revision() >= then.revision())
                        .toList())
                .orElse(List.of());
    }

    /** The first and the last date whose numbers cover a day, both included. */
    public Window datesOf(LocalDate day) {
        return new Window(
                completedBy(day),
                completedBy(day.plusDays(policies.inForceOn(day).rateWindowDays() - 1L)));
    }

    private LocalDate completedBy(LocalDate day) {
        return day.plusDays(policies.inForceOn(day).booksCloseAfterDays());
    }

    /**
     * @param on null for today in the marketplace zone
     * @throws NotKnown if there is no such supplier
     */
    public Publication find(SupplierId supplier, @Nullable LocalDate on) {
        requireKnown(supplier);
        return of(supplier, on == null ? today() : on);
    }

    /**
     * Of the latest date whose numbers are out; of today while there is none.
     *
     * @throws NotKnown if there is no such supplier
     */
    public Publication latest(SupplierId supplier) {
        return find(supplier, latestDate());
    }

    /** The same of all suppliers, ordered by id. */
    public List<Publication> latestOfAll() {
        var on = latestDate();
        var published = numbers.on(on).stream().collect(toMap(PublishedNumber::supplier, Function.identity()));
        return of(suppliers.all().stream().map(RatedSupplier::id).toList(), on, published);
    }

    /**
     * Of today, for some suppliers that are known.
     *
     * @return in their order
     */
    public List<Publication> today(List<SupplierId> some) {
        var on = today();
        return of(some, on, numbers.on(on, some));
    }

    private List<Publication> of(List<SupplierId> some, LocalDate on, Map<SupplierId, PublishedNumber> published) {
        var isOut = isOut(completing(on));
        return some.stream()
                .map(supplier -> of(supplier, on, published.get(supplier), day -> isOut))
                .toList();
    }

    /** The days under the latest numbers that are out, both included; while there are none, those under today's. */
    public Window latestWindow() {
        var completing = completing(latestDate());
        return new Window(completing.minusDays(policies.inForceOn(completing).rateWindowDays() - 1L), completing);
    }

    /** Some days, both ends included. */
    public record Window(LocalDate from, LocalDate to) {

        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The numbers of the latest date that are out; a supplier without one is absent. */
    public Map<SupplierId, PublishedNumber> latestOf(Collection<SupplierId> suppliers) {
        return suppliers.isEmpty() ? Map.of() : numbers.on(latestDate(), suppliers);
    }

    /**
     * Exactly the inquiries that were counted for a revision, with the verdicts as they stood when it was published.
     *
     * @param on null for today in the marketplace zone
     * @param knownAt the revision is the latest that was out at that instant; null means the present instant
     * @param state of these alone; null for all
     * @throws NotKnown if there is no such supplier, or no number of it on that date at that instant
     */
    public Under under(
            SupplierId supplier,
            @Nullable LocalDate on,
            @Nullable Instant knownAt,
            @Nullable State state,
            int page,
            int size) {
        var publication = find(supplier, on, knownAt);
        var number = publication.number();
        if (number == null) {
            throw notOut(publication);
        }
        var from = number.windowFrom();
        var to = number.windowTo();
        var at = number.publishedAt();
        var states = entries.countSettledOf(supplier, from, to, at);
        var then = entries.settledOf(supplier, from, to, at, state, page, size);
        return new Under(
                number,
                then,
                entries.latestOf(then.stream().map(VerdictEntry::inquiry).toList()),
                state == null
                        ? states.values().stream().mapToInt(Integer::intValue).sum()
                        : states.getOrDefault(state, 0),
                states);
    }

    /** Of a publication without a number. */
    static NotKnown notOut(Publication publication) {
        return notOut(publication, publication.status().name(), "");
    }

    private static NotKnown notOut(Publication publication, String why, String knownAt) {
        return new NotKnown(
                "published_number." + why,
                "published number",
                publication.supplier().value(),
                publication.on().toString(),
                knownAt);
    }

    private void requireKnown(SupplierId supplier) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotKnown("supplier", supplier.value());
        }
    }

    private Publication of(SupplierId supplier, LocalDate on) {
        return of(supplier, on, numbers.find(supplier, on).orElse(null), this::isOut);
    }

    private Publication of(
            SupplierId supplier, LocalDate on, @Nullable PublishedNumber number, Predicate<LocalDate> isOut) {
        var completing = completing(on);
        var policy = policies.inForceOn(completing);
        var from = completing.minusDays(policy.rateWindowDays() - 1L);
        if (number != null) {
            return new Publication(
                    supplier, on, Status.PUBLISHED, number.windowFrom(), number.windowTo(), number, null);
        }
        return isOut.test(completing)
                ? new Publication(supplier, on, Status.NO_DATA, from, completing, null, null)
                : new Publication(
                        supplier,
                        on,
                        Status.NOT_PUBLISHED,
                        from,
                        completing,
                        null,
                        ahead(policy.booksClose(completing)));
    }

    /** The day whose close completes the numbers of that date. */
    private LocalDate completing(LocalDate on) {
        return policies.all().stream()
                .map(policy -> on.minusDays(policy.booksCloseAfterDays()))
                .filter(day -> day.plusDays(policies.inForceOn(day).booksCloseAfterDays())
                        .equals(on))
                .findFirst()
                .orElseGet(() -> on.minusDays(policies.inForceOn(on).booksCloseAfterDays()));
    }

    private boolean isOut(LocalDate completing) {
        return days.find(completing).map(day -> day.publishedOn() != null).orElse(false);
    }

    private @Nullable Instant ahead(Instant due) {
        return due.isAfter(clock.instant()) ? due : null;
    }

    private LocalDate latestDate() {
        var today = today();
        return days.latestPublication(today).orElse(today);
    }

    private LocalDate today() {
        return NaturalDay.of(clock.instant(), policies.zone());
    }
}
