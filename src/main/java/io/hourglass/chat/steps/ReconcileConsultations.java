package io.hourglass.chat.steps;

import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.rate.books.Cause;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Brings the processes of consultations to where the facts say they should be. */
@Component
class ReconcileConsultations implements Reconciled {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final ConsultationCourse course;
    private final StrayConsultations stray;
    private final ProcessWatch watch;

    ReconcileConsultations(
            Consultations consultations,
            JudgedConsultations cases,
            ConsultationCourse course,
            StrayConsultations stray,
            ProcessWatch watch) {
        this.consultations = consultations;
        this.cases = cases;
        this.course = course;
        this.stray = stray;
        this.watch = watch;
    }

    @Override
    public String process() {
        return ConsultationCourse.PROCESS;
    }

    @Override
    public Collection<String> astray(int limit) {
        return stray.find(limit).stream().map(ConsultationId::value).toList();
    }

    @Override
    public Did reconcile(String businessKey) {
        return consultations
                .lock(new ConsultationId(businessKey))
                .map(kept -> reconcile(cases.of(kept)))
                .orElse(Did.NOTHING);
    }

    /** One that is nowhere where the model waits, or has no timer, begins anew. */
    private Did reconcile(JudgedConsultation judged) {
        var now = watch.of(process(), judged.kept().id().value());
        if (now.suspended()) {
            return Did.LEFT;
        }
        var waits = judged.state().filter(ChatState.OPEN::equals).isPresent();
        if (waits && now.isWellAt(ChatNodes.KEEP_CONSULTATION_OPEN)) {
            return Did.NOTHING;
        }
        var astray = now.lives() && (waits || !now.waitsAt(ChatNodes.KEEP_CONSULTATION_OPEN));
        if (astray) {
            watch.discard(process(), judged.kept().id().value());
        }
        course.follow(judged, new Cause(Cause.Kind.DEADLINE, "end of day"));
        return waits ? now.begun() : astray ? Did.DISCARDED : now.lives() ? Did.MOVED : Did.NOTHING;
    }
}
