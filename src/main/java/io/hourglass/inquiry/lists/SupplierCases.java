package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.lists.ListedDays.Parted;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.market.Suppliers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supplier's work list: its inquiries, judged as of now. Those that wait for an answer come first, the nearest deadline at the top;
 * then the others, the latest at the top. Of days whose books are closed only those are judged that are shown.
 */
@Component
public class SupplierCases {

    /** As many days as a published number covers, and those whose books are still open. */
    public static final int USUAL_DAYS = 35;

    private static final Comparator<SupplierCase> NEWEST_FIRST = Comparator.<SupplierCase, LocalDate>comparing(
                    one -> one.inquiry().day())
            .thenComparing(one -> one.inquiry().receivedAt())
            .reversed();
    private static final Comparator<SupplierCase> BY_DEADLINE =
            Comparator.comparing(one -> one.judgement().clocks().replyDeadline());
    private static final Comparator<SupplierCase> MOST_URGENT_FIRST = Comparator.comparing(SupplierCase::waits)
            .reversed()
            .thenComparing(
                    (one, other) -> one.waits() ? BY_DEADLINE.compare(one, other) : NEWEST_FIRST.compare(one, other))
            .thenComparing(one -> one.inquiry().id());

    private final JudgedInquiries cases;
    private final Inquiries inquiries;
    private final SettledInquiries settled;
    private final WordsInInquiries words;
    private final Suppliers suppliers;
    private final ListedDays days;

    SupplierCases(
            JudgedInquiries cases,
            Inquiries inquiries,
            SettledInquiries settled,
            WordsInInquiries words,
            Suppliers suppliers,
            ListedDays days) {
        this.cases = cases;
        this.inquiries = inquiries;
        this.settled = settled;
        this.words = words;
        this.suppliers = suppliers;
        this.days = days;
    }

    /** An inquiry, and what the judge says of it now. */
    public record SupplierCase(Inquiry inquiry, Judgement judgement) {

        public boolean waits() {
            return judgement.state() == InquiryState.PENDING;
        }

        private static SupplierCase of(InquiryInPair judged) {
            return new SupplierCase(judged.inquiry(), judged.judgement());
        }
    }

    /**
     * What is asked for.
     *
     * @param state null for any
     * @param from the first day of receipt, in the marketplace zone; null for 34 days before the last
     * @param to the last day, included; null for today
     * @param words in subject, text, buyer or id, in any case; of the very id of one that one alone; null or blank for any
     */
    public record Asked(
            SupplierId supplier,
            @Nullable InquiryState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {}

    /**
     * A page of them.
     *
     * @param states how many of those days there are in each state, whichever was asked for
     * @param waiting those of these days that wait for an answer, whichever state was asked for
     */
    public record Found(ListPage<SupplierCase> page, Map<InquiryState, Integer> states, List<SupplierCase> waiting) {}

    /**
     * @throws NotFound if there is no such supplier
     * @throws InvalidInput if the days are in the wrong order or more than 366, or the words cannot be in any text
     */
    @Transactional(readOnly = true)
    public Found of(Asked asked, PageQuery page) {
        return list(asked).found(page);
    }

    /** The same; of a page after the last, the last. */
    @Transactional(readOnly = true)
    public Found ofLastAtMost(Asked asked, PageQuery page) {
        var list = list(asked);
        var last = Math.max(list.total() - 1, 0) / page.size();
        return list.found(new PageQuery(Math.min(page.page(), last), page.size()));
    }

    /** The ids of all, in their order. */
    @Transactional(readOnly = true)
    public List<InquiryId> idsOf(Asked asked) {
        var list = list(asked);
        return Stream.concat(
                        list.open().stream().map(one -> one.inquiry().id()),
                        list.closed().part(0, Integer.MAX_VALUE).stream())
                .toList();
    }

    /** In the order of the ids; one that is not known is left out. */
    @Transactional(readOnly = true)
    public List<SupplierCase> of(List<InquiryId> ids) {
        var found = cases.of(inquiries.find(ids)).stream()
                .collect(toMap(one -> one.inquiry().id(), SupplierCase::of));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /**
     * Those of the usual days that wait for an answer.
     *
     * @throws NotFound if there is no such supplier
     */
    @Transactional(readOnly = true)
    public List<SupplierCase> waiting(SupplierId supplier) {
        require(supplier);
        var usual = days.of(null, null);
        return cases.ofSupplierWithTimeLeft(supplier, usual.first(), usual.last()).stream()
                .map(SupplierCase::of)
                .filter(SupplierCase::waits)
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    /** Of the days whose books are closed, the ids in their order, a part at a time. */
    private record Closed(Map<InquiryState, Integer> states, PageQuery.Source<InquiryId> ids) {

        static final Closed NONE = new Closed(Map.of(), (offset, limit) -> List.of());

        List<InquiryId> part(long offset, int limit) {
            return ids.part(offset, limit);
        }
    }

    /** What a list consists of: of the days whose books are open all that are asked for, in their order, and the closed ones behind them. */
    private final class Listed {

        private final @Nullable InquiryState state;
        private final List<SupplierCase> open;
        private final Closed closed;
        private final Map<InquiryState, Integer> states;
        private final List<SupplierCase> waiting;

        Listed(@Nullable InquiryState state, List<SupplierCase> judged, Closed closed) {
            this.state = state;
            this.open = judged.stream()
                    .filter(one -> state == null || one.judgement().state() == state)
                    .sorted(MOST_URGENT_FIRST)
                    .toList();
            this.closed = closed;
            this.states = new HashMap<>(closed.states());
            this.waiting = judged.stream().filter(SupplierCase::waits).toList();
            judged.forEach(one -> states.merge(one.judgement().state(), 1, Integer::sum));
        }

        List<SupplierCase> open() {
            return open;
        }

        Closed closed() {
            return closed;
        }

        int total() {
            return state == null
                    ? states.values().stream().mapToInt(Integer::intValue).sum()
                    : states.getOrDefault(state, 0);
        }

        Found found(PageQuery page) {
            var shown = new ArrayList<>(
                    open.stream().skip(page.offset()).limit(page.size()).toList());
            var missing = page.size() - shown.size();
            if (missing > 0) {
                shown.addAll(of(closed.part(Math.max(0, page.offset() - open.size()), missing)));
            }
            return new Found(ListPage.counted(page, shown, total()), Map.copyOf(states), waiting);
        }
    }

    private Listed list(Asked asked) {
        require(asked.supplier());
        var parted = days.of(asked.from(), asked.to());
        var judged = parted.hasOpen()
                ? cases.ofSupplier(asked.supplier(), parted.firstOpen(), parted.last()).stream()
                        .map(SupplierCase::of)
                        .toList()
                : List.<SupplierCase>of();
        return asked.words() == null || asked.words().isBlank()
                ? new Listed(asked.state(), judged, closed(asked, parted))
                : listedWith(asked.words().strip(), asked, parted, judged);
    }

    private Closed closed(Asked asked, Parted parted) {
        var supplier = asked.supplier();
        return parted.hasSettled()
                ? new Closed(
                        settled.states(supplier, parted.first(), parted.lastSettled()),
                        (offset, limit) -> settled.newest(
                                supplier, parted.first(), parted.lastSettled(), asked.state(), offset, limit))
                : Closed.NONE;
    }

    /** All ids are looked through for the words. */
    private Listed listedWith(String typed, Asked asked, Parted parted, List<SupplierCase> judged) {
        var supplier = asked.supplier();
        var closed = parted.hasSettled()
                ? settled.newest(supplier, parted.first(), parted.lastSettled(), null, 0, Integer.MAX_VALUE)
                : List.<InquiryId>of();
        var all = Stream.concat(judged.stream().map(one -> one.inquiry().id()), closed.stream())
                .toList();
        var having = words.having(typed, supplier, parted, all);
        var found = closed.stream().filter(having::contains).toList();
        var states = settled.statesOf(found);
        return new Listed(
                asked.state(),
                judged.stream()
                        .filter(one -> having.contains(one.inquiry().id()))
                        .toList(),
                new Closed(counted(states.values()), within(inState(found, states, asked.state()))));
    }

    private static PageQuery.Source<InquiryId> within(List<InquiryId> all) {
        return (offset, limit) -> all.stream().skip(offset).limit(limit).toList();
    }

    private static Map<InquiryState, Integer> counted(Collection<InquiryState> states) {
        return states.stream().collect(groupingBy(Function.identity(), collectingAndThen(counting(), Long::intValue)));
    }

    private static List<InquiryId> inState(
            List<InquiryId> all, Map<InquiryId, InquiryState> states, @Nullable InquiryState state) {
        return all.stream()
                .filter(id -> state == null ? states.containsKey(id) : states.get(id) == state)
                .toList();
    }

    private void require(SupplierId supplier) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
    }
}
