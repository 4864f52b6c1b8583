package io.hourglass.portal.supplier;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.inquiry.lists.SupplierCases.Asked;
import io.hourglass.inquiry.lists.SupplierCases.SupplierCase;
import io.hourglass.inquiry.reading.Objections;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigures;
import io.hourglass.web.lists.Pager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the inbox shows. */
@Component
class Inbox {

    static final int SIZE = 20;
    static final Duration SOON = Duration.ofDays(1);

    private final SupplierCases cases;
    private final Facts facts;
    private final Objections objections;
    private final ProvisionalFigures figures;
    private final Clock clock;
    private final PartyNames names;

    Inbox(
            SupplierCases cases,
            Facts facts,
            Objections objections,
            ProvisionalFigures figures,
            Clock clock,
            PartyNames names) {
        this.cases = cases;
        this.facts = facts;
        this.objections = objections;
        this.figures = figures;
        this.clock = clock;
        this.names = names;
    }

    /** An inquiry as it stands, and what was written in it. */
    record Written(Inquiry inquiry, Judgement judgement, FactText text) {}

    /** All that is asked for, in parts: which there are is found at once, what they say and how they stand read with each part. */
    @Transactional(readOnly = true)
    public Function<PageQuery, ListPage<Named<Written>>> written(SupplierId supplier, Wanted wanted) {
        var ids = cases.idsOf(asked(supplier, wanted));
        return part -> part.cut(ids)
                .map(cases::of)
                .map(this::written)
                .map(some -> names.named(some, one -> one.inquiry().buyer(), one -> null));
    }

    private List<Written> written(List<SupplierCase> some) {
        var receipts =
                facts.receiptsOf(some.stream().map(one -> one.inquiry().id()).toList());
        return some.stream()
                .map(one -> new Written(
                        one.inquiry(),
                        one.judgement(),
                        Optional.ofNullable(receipts.get(one.inquiry().id()))
                                .map(Told::text)
                                .orElse(FactText.NONE)))
                .toList();
    }

    /** Of a page after the last, which has gone with what was done on it, the last. */
    @Transactional(readOnly = true)
    public InboxView of(SupplierId supplier, Wanted wanted) {
        var found = cases.ofLastAtMost(asked(supplier, wanted), new PageQuery(wanted.pageAsked(), SIZE));
        var waiting = wanted.isOfAllStates() ? found.waiting() : cases.waiting(supplier);
        var now = figures.of(supplier.subject());
        return new InboxView(
                items(now, found.page().items()),
                found.page().countedTotal(),
                waiting.size(),
                (int) waiting.stream().filter(this::isDueSoon).count(),
                Owed.of(now),
                Chips.by("state", wanted.state())
                        .covering("chips.shown")
                        .addAll(InquiryState.class, "trace.state.", found.states()),
                Pager.of(found.page()));
    }

    private static Asked asked(SupplierId supplier, Wanted wanted) {
        return new Asked(supplier, wanted.state(), wanted.from(), wanted.to(), wanted.words());
    }

    private List<Item> items(ProvisionalFigure now, List<SupplierCase> shown) {
        var inquiries = shown.stream().map(SupplierCase::inquiry).toList();
        var receipts = facts.receiptsOf(inquiries.stream().map(Inquiry::id).toList());
        var outlooks = objections.of(now, inquiries);
        return shown.stream()
                .map(one -> Item.of(
                        one,
                        receipts.get(one.inquiry().id()),
                        Objects.requireNonNull(outlooks.get(one.inquiry().id()))))
                .toList();
    }

    private boolean isDueSoon(SupplierCase one) {
        return !one.judgement().clocks().replyDeadline().isAfter(clock.instant().plus(SOON));
    }
}
