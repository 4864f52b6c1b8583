package io.hourglass.inquiry.intake;

import io.hourglass.batch.Batched;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.steps.Adjudication;
import io.hourglass.inquiry.steps.CaseCourse;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes in an inquiry: keeps it, begins its process, and lets the pair be judged again (R1, R3, R9). */
@Component
public class SubmitInquiry {

    private final FactIntake intake;
    private final Inquiries inquiries;
    private final KeepInquiry keep;
    private final BeginCase begin;
    private final Adjudication adjudication;
    private final CaseCourse course;
    private final PlaceParked parked;

    SubmitInquiry(
            FactIntake intake,
            Inquiries inquiries,
            KeepInquiry keep,
            BeginCase begin,
            Adjudication adjudication,
            CaseCourse course,
            PlaceParked parked) {
        this.intake = intake;
        this.inquiries = inquiries;
        this.keep = keep;
        this.begin = begin;
        this.adjudication = adjudication;
        this.course = course;
        this.parked = parked;
    }

    /**
     * @param inquiry the one that was sent, or the one that it follows at present (R3)
     * @param fact as which it is kept
     * @param isNew false if the same had been sent before
     */
    public record Receipt(InquiryId inquiry, boolean followUp, StoredFact fact, boolean isNew) {}

    /**
     * @throws io.hourglass.evidence.FactConflict if the id is known with other content
     * @throws io.hourglass.kernel.InvalidInput if it is dated in the future
     */
    @Batched
    public Receipt submit(Submission submission) {
        return submit(submission, Source.MARKETPLACE);
    }

    /** One that the program makes itself, under an id of its own. */
    @Batched
    public Receipt submitOwn(Submission submission) {
        return submit(submission, Source.PROGRAM);
    }

    private Receipt submit(Submission submission, Source source) {
        var known =
                intake.known(new SentId(source, submission.id().value(), ExternalId.MAX_LENGTH), submission.content());
        if (known.isPresent()) {
            return again(known.get());
        }
        if (source == Source.MARKETPLACE) {
            checkBuyer(submission);
        }
        return begin(submission.fitted(), intake.occurredAt(submission.receivedAt()));
    }

    /** A follow-up from before 0.2.0 is a fact of the inquiry that it follows. */
    private Receipt again(StoredFact known) {
        var fact = known.fact();
        if (fact.is(InquiryFactKind.FOLLOW_UP)) {
            return new Receipt(InquiryId.of(fact.caseId()), true, known, false);
        }
        return receipt(
                adjudication.judge(inquiries.find(InquiryId.of(fact.caseId())).orElseThrow()), known, false);
    }

    private static Receipt receipt(InquiryInPair judged, StoredFact fact, boolean isNew) {
        var root = judged.root();
        return new Receipt(root.orElse(judged.inquiry().id()), root.isPresent(), fact, isNew);
    }

    /** Who is known already keeps its id, whatever it is. */
    private void checkBuyer(Submission submission) {
        var buyer = submission.buyer().value();
        if (!ExternalId.mayBeNew(buyer, ExternalId.MAX_LENGTH)
                && inquiries.of(submission.buyer()).isEmpty()) {
            ExternalId.checkNew("buyer", buyer, ExternalId.MAX_LENGTH);
        }
    }

    private Receipt begin(Fitted<Submission> fitted, Instant receivedAt) {
        var kept = keep.keep(fitted, receivedAt);
        var inquiry = kept.inquiry();
        var cause = new Cause(Cause.Kind.FACT, inquiry.id().value());
        var rejudged = adjudication.judgePairAgain(inquiry, cause);
        if (rejudged.judged().root().isEmpty()) {
            begin.begin(inquiry, kept.dueAt());
        }
        course.followOthers(rejudged, cause);
        parked.of(inquiry.id());
        return receipt(rejudged.judged(), kept.received(), true);
    }
}
