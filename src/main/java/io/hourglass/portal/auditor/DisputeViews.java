package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Viewer;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.Disputes.Wanted;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.TimeLeft;
import io.hourglass.portal.chips.CountedDays;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.trace.FactTrace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of disputes say. */
@Component
class DisputeViews {

    private final Disputes disputes;
    private final InquiryFiles files;
    private final SupplierNames suppliers;
    private final Viewer viewer;
    private final Clock clock;
    private final CountedDays days;

    DisputeViews(
            Disputes disputes,
            InquiryFiles files,
            SupplierNames suppliers,
            Viewer viewer,
            Clock clock,
            CountedDays days) {
        this.disputes = disputes;
        this.files = files;
        this.suppliers = suppliers;
        this.viewer = viewer;
        this.clock = clock;
        this.days = days;
    }

    /**
     * What the supplier says happened.
     *
     * @param at null for a correction, which is {@code about} an earlier fact
     */
    record ClaimView(InquiryFactKind kind, @Nullable Shown at, @Nullable AuthorKind author, @Nullable String about) {}

    /**
     * A dispute.
     *
     * @param decideBy the last instant to decide it
     * @param left until then; null once it has passed
     * @param decidedAt null while it is open, like all about the decision; who and why are null where it lapsed too
     * @param verdict as the decision left it
     */
    record View(
            String id,
            String inquiry,
            String supplier,
            ClaimView claim,
            String evidence,
            String raisedBy,
            Shown raisedAt,
            Shown decideBy,
            @Nullable String left,
            InquiryState contested,
            DisputeState state,
            @Nullable String decidedBy,
            @Nullable Shown decidedAt,
            @Nullable String reason,
            @Nullable InquiryState verdict) {}

    /**
     * A dispute with all that there is to decide it by.
     *
     * @param refusal why the reader is not the one to decide it; null if nothing speaks against
     */
    record Task(
            View dispute,
            InquiryState state,
            boolean booksClosed,
            Shown booksClose,
            Explanation.OnPage explanation,
            List<FactTrace> facts,
            DisputeRefused.@Nullable Reason refusal) {}

    @Transactional(readOnly = true)
    public ListPage<View> open(PageQuery page) {
        return page.from((offset, limit) -> disputes.in(DisputeState.OPEN, offset, limit))
                .map(this::views);
    }

    /** @param state of those of the days that chips count; null for all */
    @Transactional(readOnly = true)
    public ListPage<View> ended(@Nullable DisputeState state, PageQuery page) {
        var wanted = new Wanted(null, state, days.since(state));
        return page.from((offset, limit) -> disputes.ended(wanted, offset, limit))
                .map(this::views);
    }

    /** How many wait, and were decided in each way; one without any is absent. */
    @Transactional(readOnly = true)
    public Map<DisputeState, Integer> counted() {
        return disputes.counted(new Wanted(null, null, days.since()));
    }

    /** @throws NotFound if there is no such dispute */
    @Transactional(readOnly = true)
    public Task task(DisputeId id, Locale locale) {
        var dispute = disputes.find(id).orElseThrow(() -> new NotFound("dispute", id.value()));
        var file = files.open(dispute.inquiry());
        var judgement = file.judgement();
        return new Task(
                views(List.of(dispute)).get(0),
                judgement.state(),
                judgement.booksClosed(),
                shown(judgement.clocks().booksClose()),
                Explanation.onPage(file.grounds(), locale, viewer.zone()),
                FactTrace.of(file),
                Callers.current()
                        .flatMap(reader -> DecideDispute.refusal(dispute, judgement.booksClosed(), reader))
                        .orElse(null));
    }

    /** What the supplier who raised it is called. */
    String supplier(Dispute dispute) {
        return suppliers.of(List.of(dispute.supplier())).apply(dispute.supplier());
    }

    private List<View> views(List<Dispute> some) {
        var names = suppliers.of(some.stream().map(Dispute::supplier).toList());
        return some.stream().map(dispute -> view(dispute, names)).toList();
    }

    private View view(Dispute dispute, Function<SupplierId, String> names) {
        var decision = Optional.ofNullable(dispute.decision());
        return new View(
                dispute.id().value(),
                dispute.inquiry().value(),
                names.apply(dispute.supplier()),
                claim(dispute.claim()),
                dispute.evidence(),
                dispute.raisedBy(),
                shown(dispute.raisedAt()),
                shown(dispute.decideBy()),
                TimeLeft.of(clock.instant(), dispute.decideBy()),
                dispute.contested(),
                dispute.state(),
                decision.map(Dispute.Decision::by).orElse(null),
                decision.map(end -> shown(end.at())).orElse(null),
                decision.map(Dispute.Decision::reason).orElse(null),
                decision.map(Dispute.Decision::verdict).orElse(null));
    }

    private ClaimView claim(Claim claim) {
        var at = claim.occurredAt();
        return new ClaimView(
                claim.kind(), at == null ? null : shown(at), claim.author(), Objects.toString(claim.about(), null));
    }

    private Shown shown(Instant instant) {
        return viewer.format().shown(instant);
    }
}
