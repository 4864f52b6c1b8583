package io.hourglass.chat.steps;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.rate.books.Cause;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a consultation's process asks for at its steps. Each is part of the process's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConsultationProgress {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final ConsultationCourse course;
    private final ChatPolicies policies;

    ConsultationProgress(
            Consultations consultations, JudgedConsultations cases, ConsultationCourse course, ChatPolicies policies) {
        this.consultations = consultations;
        this.cases = cases;
        this.course = course;
        this.policies = policies;
    }

    /** The first instant of the next natural day. */
    public Instant dayEnds(ConsultationId id) {
        return policies.calendar().day(held(id).day()).end();
    }

    /** The judge is asked where the process goes on. */
    public ChatOutcome judge(ConsultationId id) {
        return cases.of(held(id)).state().map(ChatOutcome::of).orElse(ChatOutcome.EXCLUDED);
    }

    /** The process ends: the rate gets what the judge says. */
    public void handOutcome(ConsultationId id, String endEvent) {
        course.book(cases.of(held(id)), new Cause(Cause.Kind.END_EVENT, endEvent));
    }

    private KeptConsultation held(ConsultationId id) {
        return consultations
                .lock(id)
                .orElseThrow(() -> new IllegalStateException("a process of no consultation: " + id));
    }
}
