package io.hourglass.portal.auditor;

import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.search.Narrowing;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.chips.CountedDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of inquiries is narrowed by: states in the books, disputes and restatements, of the last 30 days. */
@Component
class InquiryChips {

    private static final String DISPUTED = "DISPUTED";
    private static final String RESTATED = "RESTATED";
    private static final int MAX = 1000;

    private final SearchInquiries inquiries;
    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final Policies policies;
    private final Clock clock;
    private final CountedDays days;

    InquiryChips(
            SearchInquiries inquiries,
            Disputes disputes,
            RestatedNumbers restated,
            Policies policies,
            Clock clock,
            CountedDays days) {
        this.inquiries = inquiries;
        this.disputes = disputes;
        this.restated = restated;
        this.policies = policies;
        this.clock = clock;
        this.days = days;
    }

    /** The first natural day of those that are counted. */
    LocalDate from() {
        return policies.dayOf(clock.instant()).minusDays(CountedDays.DAYS - 1L);
    }

    /**
     * @param chosen null if none is
     * @throws InvalidInput if there is no such chip
     */
    Narrowing narrowing(@Nullable String chosen, @Nullable SupplierId supplier) {
        if (chosen == null) {
            return Narrowing.NONE;
        }
        return switch (chosen) {
            case DISPUTED -> new Narrowing(null, contested(supplier));
            case RESTATED -> new Narrowing(null, restated(supplier));
            default -> new Narrowing(state(chosen), null);
        };
    }

    /** Whether it narrows to inquiries by their receipt; the others are by when they were contested or restated. */
    static boolean isOfReceipt(@Nullable String chosen) {
        return chosen != null && !chosen.equals(DISPUTED) && !chosen.equals(RESTATED);
    }

    private static InquiryState state(String chosen) {
        return Narrowing.states()
                .filter(state -> state.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("only", chosen, "a state in the books, disputed or restated"));
    }

    /** Those that any inquiry is under, and the chosen one. */
    Chips of(@Nullable SupplierId supplier, @Nullable String chosen) {
        var chips = Chips.by("only", chosen == null ? null : value(chosen)).covering("audit.chips.what");
        var booked = inquiries.booked(from(), supplier);
        Narrowing.states()
                .forEach(
                        state -> chips.add(value(state.name()), "trace.state." + state, booked.getOrDefault(state, 0)));
        return chips.addUpTo(
                        MAX,
                        value(DISPUTED),
                        "audit.chips.DISPUTED",
                        contested(supplier).size())
                .addUpTo(
                        MAX,
                        value(RESTATED),
                        "audit.chips.RESTATED",
                        restated(supplier).size());
    }

    /** As addresses have it. */
    private static String value(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<InquiryId> contested(@Nullable SupplierId supplier) {
        return inquiries(disputes.contestedSince(Track.INQUIRY, days.since(), supplier, MAX));
    }

    private List<InquiryId> restated(@Nullable SupplierId supplier) {
        return inquiries(restated.restatedSince(Track.INQUIRY, days.since(), supplier, MAX));
    }

    private static List<InquiryId> inquiries(List<CaseId> cases) {
        return cases.stream().map(InquiryId::of).toList();
    }
}
