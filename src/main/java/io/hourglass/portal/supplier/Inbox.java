package io.hourglass.portal.supplier;

import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Objections;
import io.hourglass.inquiry.SupplierCases;
import io.hourglass.inquiry.SupplierCases.SupplierCase;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.ProvisionalFigures;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the inbox shows. */
@Component
class Inbox {

    static final int PAGE = 20;
    static final Duration SOON = Duration.ofDays(1);

    private final SupplierCases cases;
    private final Facts facts;
    private final Objections objections;
    private final ProvisionalFigures figures;
    private final Clock clock;

    Inbox(SupplierCases cases, Facts facts, Objections objections, ProvisionalFigures figures, Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.objections = objections;
        this.figures = figures;
        this.clock = clock;
    }

    /** @param mistakes what was not done just now, by inquiry */
    @Transactional(readOnly = true)
    public InboxView of(SupplierId supplier, Wanted wanted, Map<InquiryId, String> mistakes) {
        var all = cases.of(supplier, null, wanted.firstDay(), wanted.lastDay(), wanted.words());
        var waiting = all.stream()
                .filter(one -> one.judgement().state() == State.PENDING)
                .toList();
        var state = wanted.stateAsked();
        var found = all.stream()
                .filter(one -> state == null || one.judgement().state() == state)
                .toList();
        var shown = found.stream()
                .skip((long) wanted.pageAsked() * PAGE)
                .limit(PAGE)
                .toList();
        return new InboxView(
                items(supplier, shown, mistakes),
                found.size(),
                waiting.size(),
                (int) waiting.stream().filter(this::isDueSoon).count(),
                Owed.of(figures.of(supplier)),
                wanted.pageAsked(),
                found.size() > (wanted.pageAsked() + 1L) * PAGE);
    }

    private List<Item> items(SupplierId supplier, List<SupplierCase> shown, Map<InquiryId, String> mistakes) {
        var inquiries = shown.stream().map(SupplierCase::inquiry).toList();
        var texts = facts.firstTexts(inquiries.stream().map(Inquiry::id).toList());
        var outlooks = objections.of(supplier, inquiries);
        return shown.stream()
                .map(one -> Item.of(
                        one,
                        texts.getOrDefault(one.inquiry().id(), FactText.NONE),
                        Objects.requireNonNull(outlooks.get(one.inquiry().id())),
                        mistakes.get(one.inquiry().id())))
                .toList();
    }

    private boolean isDueSoon(SupplierCase one) {
        return !one.judgement().clocks().replyDeadline().isAfter(clock.instant().plus(SOON));
    }
}
