package io.hourglass.trace;

import io.hourglass.batch.processes.RecordedSteps;
import io.hourglass.batch.processes.RecordedSteps.Step;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.kernel.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of a consultation. Changes nothing. */
@Component
public class ConsultationTraces {

    private static final String PROCESS = "chat";

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final MarkedBuyers marked;
    private final Facts facts;
    private final RecordedSteps steps;
    private final CaseTraces traces;
    private final FollowDisputes disputes;

    ConsultationTraces(
            Consultations consultations,
            JudgedConsultations cases,
            MarkedBuyers marked,
            Facts facts,
            RecordedSteps steps,
            CaseTraces traces,
            FollowDisputes disputes) {
        this.consultations = consultations;
        this.cases = cases;
        this.marked = marked;
        this.facts = facts;
        this.steps = steps;
        this.traces = traces;
        this.disputes = disputes;
    }

    /**
     * A consultation from first to last.
     *
     * @param marks what is known of the buyer's account, as far as it concerns the shop, with its corrections
     * @param kept facts, entries of the books, numbers and seal, as of a case of any track
     * @param disputes the earliest raised first
     * @param steps of its processes, in the order in which they were taken
     */
    public record ConsultationTrace(
            JudgedConsultation judged,
            List<Told> marks,
            CaseTraces.CaseTrace kept,
            List<Followed> disputes,
            List<Step> steps) {}

    /** @throws NotFound if there is no such consultation, or nothing opens it yet */
    @Transactional(readOnly = true)
    public ConsultationTrace of(ConsultationId id) {
        var kept = consultations
                .find(id)
                .filter(KeptConsultation::isOpened)
                .orElseThrow(() -> new NotFound("consultation", id.value()));
        return new ConsultationTrace(
                cases.of(kept),
                marksOf(kept),
                traces.of(ConsultationId.CHAT, id.value()),
                disputes.of(id),
                steps.of(id.value(), List.of(PROCESS)));
    }

    private List<Told> marksOf(KeptConsultation kept) {
        return marked.of(List.of(kept.buyer())).getOrDefault(kept.buyer(), List.of()).stream()
                .filter(mark -> mark.concerns(kept.shop()))
                .flatMap(mark -> facts.toldOf(mark.id()).stream())
                .toList();
    }
}
