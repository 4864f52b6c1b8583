package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supplier's work list: its inquiries, judged as of now. Those that wait for an answer come first, the nearest
 * deadline at the top; then the others, the latest at the top.
 */
@Component
public class SupplierCases {

    /** As many days as a published number covers, and those whose books are still open. */
    public static final int USUAL_DAYS = 35;

    private static final Comparator<SupplierCase> BY_DEADLINE =
            Comparator.comparing(one -> one.judgement().clocks().replyDeadline());
    private static final Comparator<SupplierCase> MOST_URGENT_FIRST = Comparator.comparing(SupplierCase::waits)
            .reversed()
            .thenComparing(
                    (one, other) -> one.waits() ? BY_DEADLINE.compare(one, other) : BY_DEADLINE.compare(other, one))
            .thenComparing(one -> one.inquiry().id());

    private final JudgedInquiries cases;
    private final Facts facts;
    private final SearchInquiries search;
    private final Suppliers suppliers;
    private final Policies policies;
    private final Clock clock;

    SupplierCases(
            JudgedInquiries cases,
            Facts facts,
            SearchInquiries search,
            Suppliers suppliers,
            Policies policies,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.search = search;
        this.suppliers = suppliers;
        this.policies = policies;
        this.clock = clock;
    }

    /** An inquiry, and what the judge says of it now. */
    public record SupplierCase(Inquiry inquiry, Judgement judgement) {

        public boolean waits() {
            return judgement.state() == InquiryState.PENDING;
        }
    }

    /**
     * @param state null for any
     * @param from the first day of receipt, in the marketplace zone; null for 34 days before the last
     * @param to the last day, included; null for today
     * @throws NotFound if there is no such supplier
     * @throws InvalidInput if the days are in the wrong order, or more than 366
     */
    @Transactional(readOnly = true)
    public List<SupplierCase> of(
            SupplierId supplier, @Nullable InquiryState state, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
        var days = ReceiptDays.of(from, to, USUAL_DAYS, policies.dayOf(clock.instant()));
        var judged = state == InquiryState.PENDING
                ? cases.ofSupplierWithTimeLeft(supplier, days.first(), days.last())
                : cases.ofSupplier(supplier, days.first(), days.last());
        return judged.stream()
                .map(one -> new SupplierCase(one.inquiry(), one.judgement()))
                .filter(one -> state == null || one.judgement().state() == state)
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    /**
     * Those of {@link #of} that the one search finds by the words, and those in whose subject or text they stand as they are, in
     * any case; of the very id of one that one alone.
     *
     * @param words null or blank for any
     * @throws InvalidInput if they cannot be in any text
     */
    @Transactional(readOnly = true)
    public List<SupplierCase> of(
            SupplierId supplier,
            @Nullable InquiryState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {
        var all = of(supplier, state, from, to);
        if (words == null || words.isBlank()) {
            return all;
        }
        var ids = all.stream().map(one -> one.inquiry().id()).toList();
        var days = ReceiptDays.of(from, to, USUAL_DAYS, policies.dayOf(clock.instant()));
        var having = having(words.strip(), supplier, days, ids);
        return all.stream().filter(one -> having.contains(one.inquiry().id())).toList();
    }

    private Set<CaseId> having(String words, SupplierId supplier, ReceiptDays days, List<InquiryId> ids) {
        var found = new HashSet<CaseId>(found(words, supplier, days));
        var itself = ids.stream().filter(id -> id.value().equals(words)).findFirst();
        if (itself.isPresent()) {
            return Set.of(itself.get());
        }
        var saying = words.toLowerCase(Locale.ROOT);
        found.addAll(
                InChunks.find(ids, some -> facts.saying(saying, some).stream().collect(toMap(id -> id, id -> true)))
                        .keySet());
        return found;
    }

    private Set<InquiryId> found(String words, SupplierId supplier, ReceiptDays days) {
        try {
            return search.having(
                    words,
                    Wanted.builder()
                            .supplier(supplier)
                            .from(days.first())
                            .to(days.last())
                            .build());
        } catch (InvalidInput e) {
            throw new InvalidInput("words", words, e.rule());
        }
    }
}
