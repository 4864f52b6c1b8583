package io.hourglass.inquiry.steps;

import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.batch.processes.ProcessWatch.Whereabouts;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Brings the processes of inquiries to where the facts say they should be. */
@Component
class ReconcileCases implements Reconciled {

    private static final String PROCESS = "inquiry";
    private static final String OPEN = InquiryNodes.KEEP_CASE_OPEN;
    private static final Cause DEADLINE = new Cause(Cause.Kind.DEADLINE, "reply deadline");

    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final CaseCourse course;
    private final ReconcileReferral referral;
    private final StrayCases stray;
    private final ProcessWatch watch;
    private final Clock clock;

    ReconcileCases(
            Inquiries inquiries,
            JudgedInquiries cases,
            CaseCourse course,
            ReconcileReferral referral,
            StrayCases stray,
            ProcessWatch watch,
            Clock clock) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.course = course;
        this.referral = referral;
        this.stray = stray;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public Collection<String> astray(int limit) {
        return stray.find(clock.instant(), limit).stream().map(InquiryId::value).toList();
    }

    @Override
    public Did reconcile(String businessKey) {
        return inquiries
                .lock(new InquiryId(businessKey))
                .map(inquiry -> reconcile(cases.of(inquiry)))
                .orElse(Did.NOTHING);
    }

    private Did reconcile(InquiryInPair judged) {
        var id = judged.inquiry().id();
        var now = watch.of(PROCESS, id.value());
        if (now.suspended()) {
            return Did.LEFT;
        }
        return referral.reconcile(id, now).orElseGet(() -> reconcile(judged, now));
    }

    private Did reconcile(InquiryInPair judged, Whereabouts now) {
        var id = judged.inquiry().id();
        if (course.isToBeReferred(judged)) {
            course.refer(id);
            return now.lives() ? Did.MOVED : Did.BEGUN;
        }
        return judged.isOver() ? end(judged, now) : keepOpen(judged, now);
    }

    private Did keepOpen(InquiryInPair judged, Whereabouts now) {
        if (now.isWellAt(OPEN)) {
            return Did.NOTHING;
        }
        watch.discard(PROCESS, judged.inquiry().id().value());
        course.begin(judged, DEADLINE);
        return now.begun();
    }

    /** One that is somewhere else ended on no way that the model knows. */
    private Did end(InquiryInPair judged, Whereabouts now) {
        var astray = now.lives() && !now.waitsAt(OPEN);
        if (astray) {
            watch.discard(PROCESS, judged.inquiry().id().value());
        }
        course.end(judged, DEADLINE);
        return astray ? Did.DISCARDED : now.lives() ? Did.MOVED : Did.NOTHING;
    }
}
