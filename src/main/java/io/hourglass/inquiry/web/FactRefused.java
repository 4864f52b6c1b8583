package io.hourglass.inquiry.web;

import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The fact has been kept, but by a rule it has no effect at present. */
class FactRefused extends ErrorResponseException {

    FactRefused(StoredFact stored, Refusal refusal, Judgement judgement, ExplanationView explanation) {
        super(HttpStatus.CONFLICT, problem(stored, refusal, judgement, explanation), null);
    }

    private static ProblemDetail problem(
            StoredFact stored, Refusal refusal, Judgement judgement, ExplanationView explanation) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "The fact " + stored.fact().id() + " is kept, but has no effect: " + refusal.reason() + ".");
        problem.setTitle(Character.toUpperCase(refusal.reason().charAt(0))
                + refusal.reason().substring(1));
        problem.setProperty("fact", FactView.of(stored));
        if (!stored.keptInPart().isEmpty()) {
            problem.setProperty("keptInPart", stored.keptInPart());
        }
        problem.setProperty("refusal", refusal.name());
        problem.setProperty("state", judgement.state().name());
        problem.setProperty("explanation", explanation);
        return problem;
    }
}
