package io.hourglass.inquiry;

import io.hourglass.evidence.ContentHash;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.StoredFact;
import io.hourglass.group.Grouped;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.Books;
import io.hourglass.rate.Cause;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Policies;
import java.time.Instant;
import java.util.Optional;
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
    private final Adjudication adjudication;
    private final AfterTheBooks afterTheBooks;

    SubmitInquiry(
            FactIntake intake,
            Inquiries inquiries,
            Suppliers suppliers,
            Books books,
            Policies policies,
            InquiryWorkflow workflow,
            Adjudication adjudication,
            AfterTheBooks afterTheBooks) {
        this.intake = intake;
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.books = books;
        this.policies = policies;
        this.workflow = workflow;
        this.adjudication = adjudication;
        this.afterTheBooks = afterTheBooks;
    }

    /**
     * @param inquiry the new inquiry, or the one that the mail follows up
     * @param isNew false if the same had been sent before
     */
    public record Receipt(InquiryId inquiry, boolean followUp, boolean isNew) {}

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
            var fact = known.get().fact();
            return new Receipt(fact.inquiry(), fact.is(FactKind.FOLLOW_UP), false);
        }
        newNames.accept(submission);
        var receivedAt = intake.occurredAt(submission.receivedAt());
        return Optional.ofNullable(submission.inReplyTo())
                .flatMap(mail -> inquiries.findThread(mail, submission.buyer(), submission.supplier()))
                .map(thread -> followUp(submission, thread, receivedAt))
                .orElseGet(() -> begin(submission, receivedAt));
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

    private Receipt begin(Submission submission, Instant receivedAt) {
        var policy = policies.inForceAt(receivedAt);
        var clocks = policy.clocksFor(receivedAt);
        var recordedAt = books.admit(clocks);
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
        keep(submission, inquiry.id(), FactKind.RECEIVED, receivedAt, recordedAt, clocks);
        if (submission.spamReason() != null) {
            keepSpamFlag(submission, inquiry, clocks);
        }
        workflow.begin(inquiry.id());
        adjudication.judgePairAgain(
                inquiry, new Cause(Cause.Kind.FACT, submission.id().value()));
        return new Receipt(inquiry.id(), false, true);
    }

    private Receipt followUp(Submission submission, InquiryId thread, Instant receivedAt) {
        var inquiry = inquiries.lock(thread).orElseThrow();
        var clocks = adjudication.clocksOf(inquiry);
        keep(submission, thread, FactKind.FOLLOW_UP, receivedAt, books.learnedNow(clocks), clocks);
        return new Receipt(thread, true, true);
    }

    private void keep(
            Submission submission,
            InquiryId inquiry,
            FactKind kind,
            Instant receivedAt,
            Instant recordedAt,
            Clocks clocks) {
        var fact = new Fact(submission.factId(), inquiry, kind, null, receivedAt, recordedAt, false, null);
        take(submission, fact, submission.buyer().value(), clocks, submission.text());
        if (submission.messageId() != null) {
            inquiries.addToThread(submission.messageId(), inquiry);
        }
    }

    private void keepSpamFlag(Submission submission, Inquiry inquiry, Clocks clocks) {
        var id = FactId.own("system-spam", inquiry.id().value());
        var fact = new Fact(
                id, inquiry.id(), FactKind.SYSTEM_SPAM, null, inquiry.receivedAt(), inquiry.recordedAt(), false, null);
        take(submission, fact, null, clocks, new FactText(null, submission.spamReason()));
    }

    private void take(Submission submission, Fact fact, @Nullable String actor, Clocks clocks, FactText text) {
        var late = fact.recordedAt().isAfter(clocks.booksClose());
        var stored = new StoredFact(fact, actor, submission.channel(), late, ContentHash.of(submission.content()));
        intake.take(stored, text);
        afterTheBooks.note(stored, clocks);
    }
}
