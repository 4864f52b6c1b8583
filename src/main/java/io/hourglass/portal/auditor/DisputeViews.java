package io.hourglass.portal.auditor;

import io.hourglass.dispute.Claim;
import io.hourglass.dispute.Dispute;
import io.hourglass.dispute.DisputeId;
import io.hourglass.dispute.DisputeState;
import io.hourglass.dispute.Disputes;
import io.hourglass.inquiry.InquiryFile;
import io.hourglass.inquiry.InquiryFile.KeptFact;
import io.hourglass.inquiry.InquiryFiles;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.portal.Moment;
import io.hourglass.portal.SupplierNames;
import io.hourglass.portal.TimeLeft;
import io.hourglass.sla.Explanation;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import io.hourglass.trace.Effect;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of disputes say. */
@Component
class DisputeViews {

    static final int SIZE = 20;

    private final Disputes disputes;
    private final InquiryFiles files;
    private final SupplierNames suppliers;
    private final Policies policies;
    private final Clock clock;

    DisputeViews(Disputes disputes, InquiryFiles files, SupplierNames suppliers, Policies policies, Clock clock) {
        this.disputes = disputes;
        this.files = files;
        this.suppliers = suppliers;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What the supplier says happened.
     *
     * @param at null for a correction, which is {@code about} an earlier fact
     */
    record ClaimView(FactKind kind, @Nullable Moment at, @Nullable AuthorKind author, @Nullable String about) {}

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
            Moment raisedAt,
            Moment decideBy,
            @Nullable String left,
            State contested,
            DisputeState state,
            @Nullable String decidedBy,
            @Nullable Moment decidedAt,
            @Nullable String reason,
            @Nullable State verdict) {}

    /** @param more whether there are others on further pages */
    record Part(List<View> disputes, boolean more) {}

    /** One fact of the contested inquiry. */
    record FactView(
            FactKind kind,
            String id,
            @Nullable AuthorKind author,
            @Nullable String actor,
            String channel,
            Moment occurred,
            Moment recorded,
            Effect effect,
            @Nullable String text) {}

    /** A dispute with all that there is to decide it by. */
    record Task(
            View dispute,
            State state,
            boolean booksClosed,
            Moment booksClose,
            String explanation,
            List<FactView> facts) {}

    /** @param page from 0 */
    @Transactional(readOnly = true)
    public Part open(int page) {
        var all = disputes.in(DisputeState.OPEN);
        var shown = all.stream().skip((long) page * SIZE).limit(SIZE).toList();
        return new Part(views(shown), (page + 1L) * SIZE < all.size());
    }

    /** @param page from 0 */
    @Transactional(readOnly = true)
    public Part ended(int page) {
        var found = disputes.ended((long) page * SIZE, SIZE + 1);
        return new Part(views(found.stream().limit(SIZE).toList()), found.size() > SIZE);
    }

    /** @throws NotKnown if there is no such dispute */
    @Transactional(readOnly = true)
    public Task task(DisputeId id, Locale locale) {
        var dispute = disputes.find(id).orElseThrow(() -> new NotKnown("dispute", id.value()));
        var file = files.open(dispute.inquiry());
        var judgement = file.judgement();
        return new Task(
                views(List.of(dispute)).get(0),
                judgement.state(),
                judgement.booksClosed(),
                shown(judgement.clocks().booksClose()),
                Explanation.of(judgement, locale, policies.zone()),
                facts(file));
    }

    private List<FactView> facts(InquiryFile file) {
        return file.facts().stream().map(kept -> fact(kept, file.judgement())).toList();
    }

    private FactView fact(KeptFact kept, Judgement judgement) {
        var fact = kept.stored().fact();
        return new FactView(
                fact.kind(),
                fact.id().value(),
                fact.author(),
                kept.stored().actor(),
                kept.stored().channel(),
                shown(fact.occurredAt()),
                shown(fact.recordedAt()),
                Effect.of(kept, judgement),
                Stream.of(kept.text().subject(), kept.text().body())
                        .filter(Objects::nonNull)
                        .reduce((subject, body) -> subject + "\n\n" + body)
                        .orElse(null));
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

    private Moment shown(Instant instant) {
        return Moment.of(instant, policies.zone());
    }
}
