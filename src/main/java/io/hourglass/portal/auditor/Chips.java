package io.hourglass.portal.auditor;

import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.search.Narrowing;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of inquiries is narrowed by: states in the books, disputes and restatements, of the last 30 days. */
@Component
class Chips {

    /** So that a look costs the same, however long the history. */
    static final int DAYS = 30;

    private static final String DISPUTED = "DISPUTED";
    private static final String RESTATED = "RESTATED";
    private static final int MAX = 1000;

    private final SearchInquiries inquiries;
    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final Policies policies;
    private final Clock clock;

    Chips(SearchInquiries inquiries, Disputes disputes, RestatedNumbers restated, Policies policies, Clock clock) {
        this.inquiries = inquiries;
        this.disputes = disputes;
        this.restated = restated;
        this.policies = policies;
        this.clock = clock;
    }

    /** The first natural day of those that are counted. */
    LocalDate from() {
        return policies.dayOf(clock.instant()).minusDays(DAYS - 1L);
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
    List<Chip> of(@Nullable SupplierId supplier, @Nullable String chosen) {
        var booked = inquiries.booked(from(), supplier);
        var states = Narrowing.states().map(state -> chip(state.name(), booked.getOrDefault(state, 0), chosen));
        return Stream.concat(
                        states,
                        Stream.of(
                                chip(DISPUTED, contested(supplier).size(), chosen),
                                chip(RESTATED, restated(supplier).size(), chosen)))
                .filter(chip -> chip.count() > 0 || chip.chosen())
                .toList();
    }

    private static Chip chip(String name, int count, @Nullable String chosen) {
        var ofIds = !isOfReceipt(name);
        return new Chip(name, count, ofIds && count == MAX, name.equals(chosen));
    }

    private List<InquiryId> contested(@Nullable SupplierId supplier) {
        return disputes.contestedSince(since(), supplier, MAX);
    }

    private List<InquiryId> restated(@Nullable SupplierId supplier) {
        return restated.restatedSince(since(), supplier, MAX);
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }
}
