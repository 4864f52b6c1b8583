package io.hourglass.inquiry;

import io.hourglass.evidence.ContentHash;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Fitted;
import io.hourglass.evidence.StoredFact;
import io.hourglass.group.Grouped;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.Books;
import io.hourglass.rate.Cause;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Policies;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in an inquiry: keeps it, begins its process, and lets the pair be judged again (R1, R3, R9). */
@Component
public class SubmitInquiry {

    private final FactIntake intake;
    private final Inquiries inquiries;
    private final Suppliers suppliers;
    private final Books books;
    private final Policies policies;
    private final InquiryWorkflow workflow;
    private final JudgedInquiries cases;
    private final Adjudication adjudication;
    private final CaseCourse course;
    private final MailsOfBuyers mails;
    private final FormerMails former;
    private final AfterTheBooks afterTheBooks;

    SubmitInquiry(
            FactIntake intake,
            Inquiries inquiries,
            Suppliers suppliers,
            Books books,
            Policies policies,
            InquiryWorkflow workflow,
            JudgedInquiries cases,
            Adjudication adjudication,
            CaseCourse course,
            MailsOfBuyers mails,
            FormerMails former,
            AfterTheBooks afterTheBooks) {
        this.intake = intake;
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.books = books;
        this.policies = policies;
        this.workflow = workflow;
        this.cases = cases;
        this.adjudication = adjudication;
        this.course = course;
        this.mails = mails;
        this.former = former;
        this.afterTheBooks = afterTheBooks;
    }

    /**
     * @param inquiry the one that was sent, or the one that it follows at present (R3)
     * @param fact as which it is kept
     * @param isNew false if the same had been sent before
     */
    public record Receipt(InquiryId inquiry, boolean followUp, StoredFact fact, boolean isNew) {}

    /**
     * @throws io.hourglass.evidence.FactConflict if the id is known with other content
     * @throws io.hourglass.kernel.BadInput if it is dated in the future
     */
    @Grouped
    public Receipt submit(Submission submission) {
        return submit(submission, this::checkNames);
    }

    /** One that the program makes itself, under an id of its own. */
    @Grouped
    public Receipt submitOwn(Submission submission) {
        return submit(submission, own -> {});
    }

    private Receipt submit(Submission submission, Consumer<Submission> newNames) {
        var known = intake.sameAgain(submission.factId(), submission.content());
        if (known.isPresent()) {
            return sameAgain(known.get());
        }
        newNames.accept(submission);
        return begin(submission.fitted(), intake.occurredAt(submission.receivedAt()));
    }

    /** A follow-up from before 0.2.0 is a fact of the inquiry that it follows. */
    private Receipt sameAgain(StoredFact known) {
        var fact = known.fact();
        if (fact.is(InquiryFactKind.FOLLOW_UP)) {
            return new Receipt(InquiryId.of(fact.caseId()), true, known, false);
        }
        return receipt(cases.of(inquiries.find(InquiryId.of(fact.caseId())).orElseThrow()), known, false);
    }

    private static Receipt receipt(InquiryInPair judged, StoredFact fact, boolean isNew) {
        var root = judged.root();
        return new Receipt(root.orElse(judged.inquiry().id()), root.isPresent(), fact, isNew);
    }

    /** Who is known already keeps its id, whatever it is. */
    private void checkNames(Submission submission) {
        ExternalId.checkNew("id", submission.id().value(), ExternalId.MAX_LENGTH);
        var buyer = submission.buyer().value();
        if (!ExternalId.mayBeNew(buyer, ExternalId.MAX_LENGTH)
                && inquiries.of(submission.buyer()).isEmpty()) {
            ExternalId.checkNew("buyer", buyer, ExternalId.MAX_LENGTH);
        }
    }

    private Receipt begin(Fitted<Submission> fitted, Instant receivedAt) {
        var submission = fitted.kept();
        var policy = policies.inForceAt(receivedAt);
        var clocks = policy.clocksFor(receivedAt);
        var recordedAt = books.admit(InquiryTrack.dayOf(clocks), clocks.booksClose());
        suppliers.met(submission.supplier(), recordedAt);
        var inquiry = new Inquiry(
                submission.id(),
                submission.buyer(),
                submission.supplier(),
                submission.channel(),
                submission.category(),
                receivedAt,
                recordedAt,
                clocks.day(),
                policy.version());
        inquiries.add(inquiry);
        afterTheBooks.note(inquiry, clocks);
        var received = keep(fitted, inquiry, clocks);
        if (submission.spamReason() != null) {
            keepSpamFlag(fitted, inquiry, clocks);
        }
        var cause = new Cause(Cause.Kind.FACT, submission.id().value());
        var rejudged = adjudication.judgePairAgain(inquiry, cause);
        if (rejudged.judged().root().isEmpty()) {
            workflow.begin(inquiry.id());
        }
        course.followOthers(rejudged, cause);
        return receipt(rejudged.judged(), received, true);
    }

    /** Its ids are told apart whole, however much of them is kept. */
    private StoredFact keep(Fitted<Submission> fitted, Inquiry inquiry, Clocks clocks) {
        var submission = fitted.kept();
        var mail = mails.of(fitted.sent());
        former.know(inquiry, mail);
        var fact = new Fact(
                submission.factId(),
                inquiry.id(),
                InquiryFactKind.RECEIVED,
                null,
                inquiry.receivedAt(),
                inquiry.recordedAt(),
                false,
                null,
                mail);
        var stored = take(fitted, fact, submission.buyer().value(), clocks, submission.text());
        inquiries.tie(inquiry, MailsOfBuyers.all(mail));
        if (submission.messageId() != null) {
            inquiries.addToThread(submission.messageId(), inquiry.id());
        }
        return stored;
    }

    private void keepSpamFlag(Fitted<Submission> fitted, Inquiry inquiry, Clocks clocks) {
        var id = FactId.own("system-spam", inquiry.id().value());
        var fact = new Fact(
                id,
                inquiry.id(),
                InquiryFactKind.SYSTEM_SPAM,
                null,
                inquiry.receivedAt(),
                inquiry.recordedAt(),
                false,
                null);
        take(fitted, fact, null, clocks, new FactText(null, fitted.kept().spamReason()));
    }

    private StoredFact take(
            Fitted<Submission> fitted, Fact fact, @Nullable String actor, Clocks clocks, FactText text) {
        var late = fact.recordedAt().isAfter(clocks.booksClose());
        var hash = ContentHash.of(fitted.sent().content());
        var stored = new StoredFact(fact, actor, fitted.kept().channel(), late, hash, fitted.inPart());
        intake.take(stored, text);
        afterTheBooks.note(stored, clocks);
        return stored;
    }
}
