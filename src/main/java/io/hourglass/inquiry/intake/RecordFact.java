package io.hourglass.inquiry.intake;

import io.hourglass.batch.Batched;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.reading.GroundsOfVerdicts;
import io.hourglass.inquiry.steps.Adjudication;
import io.hourglass.inquiry.steps.CaseCourse;
import io.hourglass.inquiry.steps.TellOfReplies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.rate.books.Cause;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what happened to a known inquiry: the fact first, then the judge, then whatever process still lives. */
@Component
public class RecordFact {

    private final FactIntake intake;
    private final Inquiries inquiries;
    private final KeepFact facts;
    private final Adjudication adjudication;
    private final CaseCourse course;
    private final TellOfReplies replies;
    private final GroundsOfVerdicts grounds;

    RecordFact(
            FactIntake intake,
            Inquiries inquiries,
            KeepFact facts,
            Adjudication adjudication,
            CaseCourse course,
            TellOfReplies replies,
            GroundsOfVerdicts grounds) {
        this.intake = intake;
        this.inquiries = inquiries;
        this.facts = facts;
        this.adjudication = adjudication;
        this.course = course;
        this.replies = replies;
        this.grounds = grounds;
    }

    /**
     * @param isNew false if the same had been sent before
     * @param refusal why the fact, although kept, has no effect; null if it has one
     * @param judgement of the inquiry, as it stands now
     * @param why what the judgement rests on; asked for within the call alone
     */
    public record Recorded(
            StoredFact fact, boolean isNew, @Nullable Refusal refusal, Judgement judgement, Supplier<Grounds> why) {

        public Grounds grounds() {
            return why.get();
        }
    }

    /**
     * @throws NotFound if there is no such inquiry, or no such fact for an amendment to speak about
     * @throws io.hourglass.evidence.FactConflict if the id is known with other content
     * @throws InvalidInput if buyer or supplier are not the inquiry's, or the fact is dated in the future
     */
    @Batched
    public Recorded record(FactReport report) {
        return record(report, Source.MARKETPLACE);
    }

    /** One that the program makes itself, under an id of its own. */
    @Batched
    public Recorded recordOwn(FactReport report) {
        return record(report, Source.PROGRAM);
    }

    private Recorded record(FactReport report, Source source) {
        var inquiry = inquiries
                .lock(report.inquiry())
                .orElseThrow(() -> new NotFound("inquiry", report.inquiry().value()));
        var known = intake.known(new SentId(source, report.id().value(), FactId.MAX_LENGTH), report.content());
        if (known.isPresent()) {
            return answer(known.get(), false, adjudication.judge(inquiry));
        }
        var kept = facts.keep(report, inquiry);
        var cause = new Cause(Cause.Kind.FACT, kept.fact().id().value());
        var rejudged = adjudication.judgePairAgain(inquiry, cause);
        var recorded = answer(kept, true, rejudged.judged());
        course.follow(rejudged, kept.fact().recordedAt(), cause);
        if (recorded.refusal() == null) {
            replies.tellOf(kept, rejudged.judged());
        }
        return recorded;
    }

    private Recorded answer(StoredFact stored, boolean isNew, InquiryInPair judged) {
        var refusal = judged.refusal(stored.fact()).orElse(null);
        return new Recorded(stored, isNew, refusal, judged.judgement(), () -> grounds.of(judged));
    }
}
