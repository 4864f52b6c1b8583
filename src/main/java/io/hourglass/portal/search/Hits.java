package io.hourglass.portal.search;

import io.hourglass.access.callers.Viewer;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.reading.FindInquiries.Found;
import io.hourglass.inquiry.reading.InquirySearch;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.inquiry.search.SearchInquiries.FoundBuyer;
import io.hourglass.inquiry.search.SearchInquiries.Typed;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.market.Suppliers;
import io.hourglass.portal.names.PartyNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds of each kind what a reader may see, as its page shows it. */
@Component
class Hits {

    private final SearchInquiries search;
    private final InquirySearch inquiries;
    private final Suppliers suppliers;
    private final Disputes disputes;
    private final Facts facts;
    private final PartyNames names;
    private final Viewer viewer;

    Hits(
            SearchInquiries search,
            InquirySearch inquiries,
            Suppliers suppliers,
            Disputes disputes,
            Facts facts,
            PartyNames names,
            Viewer viewer) {
        this.search = search;
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.disputes = disputes;
        this.facts = facts;
        this.names = names;
        this.viewer = viewer;
    }

    /**
     * All that was found, and what was said of the words.
     *
     * @param itself where the inquiry with the very id that was typed is, which may stand far below; null if there is none
     */
    record Result(List<HitGroup> groups, Typed typed, @Nullable String itself) {

        /** Where the only hit is, or the only one with the very id that was typed; empty if there are none or several. */
        Optional<String> single(String typed) {
            var hits = groups.stream()
                    .flatMap(group -> group.hits().items().stream())
                    .toList();
            var named = hits.stream().filter(hit -> hit.id().equals(typed)).map(Hit::address);
            return only(Stream.concat(Stream.ofNullable(itself), named))
                    .or(() -> only(hits.stream().map(Hit::address)));
        }

        private static Optional<String> only(Stream<String> addresses) {
            var first = addresses.distinct().limit(2).toList();
            return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
        }
    }

    /**
     * @param only null for all that the searcher may see
     * @throws io.hourglass.kernel.InvalidInput if that cannot be searched for
     */
    @Transactional(readOnly = true)
    public Result find(String typed, Searcher searcher, HitGroup.@Nullable Kind only, PageQuery page) {
        var read = search.read(typed, searcher.own());
        var groups = searcher.kinds().stream()
                .filter(kind -> only == null || kind == only)
                .map(kind -> new HitGroup(
                        kind, of(kind, typed.strip(), read, searcher, page), searcher.list(kind, typed.strip())))
                .filter(group -> only != null || !group.hits().items().isEmpty())
                .toList();
        return new Result(groups, read, only == null ? itself(typed.strip(), searcher) : null);
    }

    private @Nullable String itself(String typed, Searcher searcher) {
        if (!ExternalId.isOne(typed, ExternalId.MAX_LENGTH)) {
            return null;
        }
        var own = searcher.own();
        var wanted = Wanted.builder()
                .inquiry(new InquiryId(typed))
                .buyer(own.buyer())
                .supplier(own.supplier())
                .build();
        return inquiries.find(wanted, 0, 1).stream()
                .findFirst()
                .map(inquiry -> searcher.page(inquiry.id()))
                .orElse(null);
    }

    private ListPage<Hit> of(HitGroup.Kind kind, String typed, Typed read, Searcher searcher, PageQuery page) {
        return switch (kind) {
            case INQUIRIES -> search.find(read.sought(), searcher.own(), page).map(found -> inquiries(found, searcher));
            case SUPPLIERS ->
                page.from((offset, limit) -> suppliers.latestCalled(typed, offset, limit))
                        .map(found -> found.stream()
                                .map(one -> Hit.party(
                                        searcher.page(one.id()), one.id().value(), one.name(), null))
                                .toList());
            case BUYERS -> search.buyers(typed, page).map(found -> buyers(found, searcher));
            case DISPUTES ->
                page.from((offset, limit) -> disputes.found(searcher.caller().supplier(), typed, offset, limit))
                        .map(found -> disputes(found, searcher));
        };
    }

    private List<Hit> buyers(List<FoundBuyer> found, Searcher searcher) {
        var called = names.of(found.stream().map(FoundBuyer::buyer).toList(), List.of());
        return found.stream()
                .map(one -> Hit.party(
                        searcher.page(one.buyer()),
                        one.buyer().value(),
                        called.buyers().get(one.buyer().value()),
                        one.inquiries()))
                .toList();
    }

    private List<Hit> inquiries(List<Found> found, Searcher searcher) {
        var receipts =
                facts.receiptsOf(found.stream().map(one -> one.inquiry().id()).toList());
        var called = names.of(
                found.stream().map(one -> one.inquiry().buyer()).toList(),
                found.stream().map(one -> one.inquiry().supplier()).toList());
        return found.stream()
                .map(one -> Hit.builder()
                        .address(searcher.page(one.inquiry().id()))
                        .id(one.inquiry().id().value())
                        .name(subject(receipts.get(one.inquiry().id())))
                        .parties(searcher.others(one.inquiry(), called))
                        .at(shown(one.inquiry().receivedAt()))
                        .state(one.judgement().state())
                        .build())
                .toList();
    }

    private static @Nullable String subject(@Nullable Told receipt) {
        return receipt == null ? null : receipt.text().subject();
    }

    private List<Hit> disputes(List<Dispute> found, Searcher searcher) {
        var called = names.of(List.of(), found.stream().map(Dispute::supplier).toList());
        return found.stream()
                .map(one -> Hit.builder()
                        .address(searcher.page(one))
                        .id(one.id().value())
                        .parties(searcher.caller().isParty() ? "" : called.supplier(one.supplier()))
                        .at(shown(one.raisedAt()))
                        .build())
                .toList();
    }

    private Shown shown(Instant instant) {
        return viewer.format().shown(instant);
    }
}
