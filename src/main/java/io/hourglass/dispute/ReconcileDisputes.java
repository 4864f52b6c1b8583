package io.hourglass.dispute;

import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.batch.processes.ProcessWatch.Whereabouts;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Brings the processes of disputes to where the disputes' own rows say they should be. */
@Component
class ReconcileDisputes implements Reconciled {

    private static final String PROCESS = "dispute";
    private static final String DECISION = DisputeNodes.DECIDE_DISPUTE;

    private final Disputes disputes;
    private final DisputedCases cases;
    private final DisputeWorkflow workflow;
    private final ProcessWatch watch;

    ReconcileDisputes(Disputes disputes, DisputedCases cases, DisputeWorkflow workflow, ProcessWatch watch) {
        this.disputes = disputes;
        this.cases = cases;
        this.workflow = workflow;
        this.watch = watch;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    /** Those that are open are few. */
    @Override
    public Collection<String> astray(int limit) {
        return disputes.in(DisputeState.OPEN, 0, limit).stream()
                .map(dispute -> dispute.id().value())
                .filter(id -> !watch.of(PROCESS, id).isWellAt(DECISION))
                .toList();
    }

    /** It holds the case first, as a decision does. */
    @Override
    public Did reconcile(String businessKey) {
        var id = new DisputeId(businessKey);
        disputes.find(id).ifPresent(dispute -> cases.hold(dispute.caseId()));
        return disputes.lock(id).map(this::reconcile).orElse(Did.NOTHING);
    }

    private Did reconcile(Dispute dispute) {
        var now = watch.of(PROCESS, dispute.id().value());
        return now.suspended() ? Did.LEFT : reconcile(dispute, now);
    }

    private Did reconcile(Dispute dispute, Whereabouts now) {
        var id = dispute.id();
        if (dispute.state() == DisputeState.OPEN) {
            return now.isWellAt(DECISION) ? Did.NOTHING : beginAnew(dispute, now);
        }
        if (!now.lives()) {
            return Did.NOTHING;
        }
        if (now.waitsAt(DECISION) && dispute.state() != DisputeState.LAPSED) {
            workflow.decided(id, dispute.state() != DisputeState.REFUSED);
            return Did.MOVED;
        }
        watch.discard(PROCESS, id.value());
        return Did.DISCARDED;
    }

    private Did beginAnew(Dispute dispute, Whereabouts now) {
        watch.discard(PROCESS, dispute.id().value());
        workflow.begin(dispute);
        return now.begun();
    }
}
