package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.counts.DayBuckets;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.PublicationDates.Window;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referrals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many buyers were served (R31): answered in time by the supplier that they asked, or, carried over, by another. It
 * stands beside the published rate and covers the same days; unlike the rate it goes on rising while referrals of those
 * days are under way.
 */
@Component
public class BuyersServed {

    /** What buyers asked for and a supplier could have answered; a rejection leaves a buyer unserved as well. */
    private static final Set<InquiryState> ASKED =
            Set.of(InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNANSWERED, InquiryState.REJECTED);

    private final DayBuckets buckets;
    private final VerdictEntries entries;
    private final Referrals referrals;
    private final PublicationDates dates;
    private final Suppliers suppliers;
    private final Policies policies;

    BuyersServed(
            DayBuckets buckets,
            VerdictEntries entries,
            Referrals referrals,
            PublicationDates dates,
            Suppliers suppliers,
            Policies policies) {
        this.buckets = buckets;
        this.entries = entries;
        this.referrals = referrals;
        this.dates = dates;
        this.suppliers = suppliers;
        this.policies = policies;
    }

    /**
     * Of the inquiries that buyers sent themselves on those days, both included.
     *
     * @param asked those that were answered in time or late, went unanswered, or were rejected
     * @param byAskedSupplier answered in time by the supplier asked
     * @param throughReferral not by it, but in time by one that the inquiry was carried over to
     * @param underWay neither, but one that it was carried over to may still answer in time
     */
    public record Figure(
            LocalDate from, LocalDate to, int asked, int byAskedSupplier, int throughReferral, int underWay) {

        public int served() {
            return byAskedSupplier + throughReferral;
        }
    }

    /**
     * Over the days under the latest published numbers.
     *
     * @param supplier whose inquiries; null for the whole marketplace
     * @throws NotFound if there is no such supplier
     */
    @Transactional(readOnly = true)
    public Figure of(@Nullable SupplierId supplier) {
        if (supplier != null && !suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
        var days = dates.latestWindow(Track.INQUIRY);
        var totals = supplier == null
                ? buckets.totals(Track.INQUIRY, days.from(), days.to())
                : buckets.totals(supplier.subject(), days.from(), days.to());
        var carried = statesOfCarriedOver(supplier, days);
        var rescued = outcomesOfUnserved(supplier, days).values();
        return new Figure(
                days.from(),
                days.to(),
                totals.ofThose(ASKED::contains) - count(carried, ASKED::contains),
                totals.timely() - count(carried, InquiryState.TIMELY::equals),
                count(rescued, states -> states.contains(InquiryState.TIMELY)),
                count(
                        rescued,
                        states -> !states.contains(InquiryState.TIMELY) && states.contains(InquiryState.PENDING)));
    }

    /** Of the inquiries of those days that no buyer sent itself; they stand in the buckets as well. */
    private List<InquiryState> statesOfCarriedOver(@Nullable SupplierId supplier, Window days) {
        var calendar = policies.days();
        var picks = referrals.pickedBetween(calendar.start(days.from()), calendar.end(days.to()));
        return latestOf(picks.stream()
                        .filter(pick -> supplier == null || pick.supplier().equals(supplier))
                        .map(Pick::newInquiry)
                        .toList())
                .values()
                .stream()
                .filter(entry -> days.holds(entry.day()))
                .map(entry -> InquiryState.of(entry.state()))
                .toList();
    }

    /** By each inquiry of those days that was not served, the states of all that it was carried over to. */
    private Map<InquiryId, Set<InquiryState>> outcomesOfUnserved(@Nullable SupplierId supplier, Window days) {
        var picks = referrals.picksOfRootsOn(days.from(), days.to());
        var roots = latestOf(picks.stream().map(Pick::root).distinct().toList());
        var latest = latestOf(picks.stream().map(Pick::newInquiry).toList());
        return picks.stream()
                .filter(pick -> isUnserved(roots.get(pick.root()), supplier))
                .collect(groupingBy(Pick::root, mapping(pick -> stateOf(latest.get(pick.newInquiry())), toSet())));
    }

    private static boolean isUnserved(@Nullable VerdictEntry root, @Nullable SupplierId supplier) {
        return root != null
                && (supplier == null || root.subject().equals(supplier.subject()))
                && ASKED.contains(root.state())
                && root.state() != InquiryState.TIMELY;
    }

    /** What has no entry has not been judged yet. */
    private static InquiryState stateOf(@Nullable VerdictEntry latest) {
        return latest == null ? InquiryState.PENDING : InquiryState.of(latest.state());
    }

    private Map<CaseId, VerdictEntry> latestOf(List<InquiryId> ids) {
        return InChunks.find(ids, entries::latestOf);
    }

    private static <T> int count(Collection<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
