package io.hourglass.inquiry.intake;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what operations found a mail to belong to, and that they did. */
@Component
public class RecordFinding {

    private final RecordFact record;
    private final Actions actions;

    RecordFinding(RecordFact record, Actions actions) {
        this.record = record;
        this.actions = actions;
    }

    /**
     * @param finding BELONGS_TO, about the inquiry that it names
     * @throws NotFound if there is no such mail, or no such inquiry
     * @throws InvalidInput if the mail cannot belong to that inquiry, see {@link Findings#check}
     */
    @Transactional
    public Recorded record(FactReport finding) {
        var recorded = record.record(finding);
        if (recorded.isNew()) {
            actions.note(
                    Action.FIND_A_THREAD, finding.inquiry().value(), "belongs to " + String.valueOf(finding.about()));
        }
        return recorded;
    }
}
