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
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.TimeLeft;
import io.hourglass.portal.chips.CountedDays;
import io.hourglass.portal.disputes.CaseShown;
import io.hourglass.portal.names.SupplierNames;
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
    private final CaseRecords records;
    private final SupplierNames suppliers;
    private final Viewer viewer;
    private final Clock clock;
    private final CountedDays days;

    DisputeViews(
            Disputes disputes,
            CaseRecords records,
            SupplierNames suppliers,
            Viewer viewer,
            Clock clock,
            CountedDays days) {
        this.disputes = disputes;
        this.records = records;
        this.suppliers = suppliers;
        this.viewer = viewer;
        this.clock = clock;
        this.days = days;
    }

    /**
     * What the supplier says happened.
     *
     * @param kind the key of its words
     * @param at null for a correction, which is {@code about} an earlier fact
     */
    record ClaimView(String kind, @Nullable Shown at, @Nullable AuthorKind author, @Nullable String about) {}

    /**
     * A dispute; states are the keys of their words.
     *
     * @param of the case that it is about
     * @param decideBy the last instant to decide it
     * @param left until then; null once it has passed
     * @param decidedAt null while it is open, like all about the decision; who and why are null where it lapsed too
     * @param verdict as the decision left it
     */
    record View(
            String id,
            CaseShown of,
            String supplier,
            ClaimView claim,
            String evidence,
            String raisedBy,
            Shown raisedAt,
            Shown decideBy,
            @Nullable String left,
            String contested,
            DisputeState state,
            @Nullable String decidedBy,
            @Nullable Shown decidedAt,
            @Nullable String reason,
            @Nullable String verdict) {}

    /**
     * A dispute with all that there is to decide it by.
     *
     * @param refusal why the reader is not the one to decide it; null if nothing speaks against
     */
    record Task(View dispute, CaseRecord judged, Shown booksClose, DisputeRefused.@Nullable Reason refusal) {}

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
        var dispute = known(id);
        var judged = records.of(dispute.caseId(), locale);
        return new Task(
                views(List.of(dispute)).get(0),
                judged,
                shown(judged.booksClose()),
                Callers.current()
                        .flatMap(reader -> DecideDispute.refusal(dispute, judged.booksClosed(), reader))
                        .orElse(null));
    }

    /** @throws NotFound if there is no such dispute */
    CaseShown caseOf(DisputeId id) {
        return CaseShown.of(known(id).caseId());
    }

    private Dispute known(DisputeId id) {
        return disputes.find(id).orElseThrow(() -> new NotFound("dispute", id.value()));
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
        var of = CaseShown.of(dispute.caseId());
        var decision = Optional.ofNullable(dispute.decision());
        return new View(
                dispute.id().value(),
                of,
                names.apply(dispute.supplier()),
                claim(dispute.claim(), of),
                dispute.evidence(),
                dispute.raisedBy(),
                shown(dispute.raisedAt()),
                shown(dispute.decideBy()),
                TimeLeft.of(clock.instant(), dispute.decideBy()),
                Objects.requireNonNull(of.state(dispute.contested())),
                dispute.state(),
                decision.map(Dispute.Decision::by).orElse(null),
                decision.map(end -> shown(end.at())).orElse(null),
                decision.map(Dispute.Decision::reason).orElse(null),
                decision.map(end -> of.state(end.verdict())).orElse(null));
    }

    private ClaimView claim(Claim claim, CaseShown of) {
        var at = claim.occurredAt();
        return new ClaimView(
                of.kind(claim.kind()),
                at == null ? null : shown(at),
                claim.author(),
                Objects.toString(claim.about(), null));
    }

    private Shown shown(Instant instant) {
        return viewer.format().shown(instant);
    }
}
