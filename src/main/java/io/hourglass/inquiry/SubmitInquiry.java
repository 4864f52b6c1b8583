package io.hourglass.inquiry;

import io.hourglass.evidence.ContentHash;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Fitted;
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
     * @param fact as which it is kept
     * @param isNew false if the same had been sent before
     */
    public record Receipt(InquiryId inquiry, StoredFact fact, boolean isNew) {

        /** Whether it opened no case (R3). */
        public boolean followUp() {
            return fact.fact().is(FactKind.FOLLOW_UP);
        }
    }

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
            return new Receipt(known.get().fact().inquiry(), known.get(), false);
        }
        newNames.accept(submission);
        var receivedAt = intake.occurredAt(submission.receivedAt());
        var fitted = submission.fitted();
        return Optional.ofNullable(fitted.kept().inReplyTo())
                .flatMap(mail -> inquiries.findThread(mail, submission.buyer(), submission.supplier()))
                .map(thread -> followUp(fitted, thread, receivedAt))
                .orElseGet(() -> begin(fitted, receivedAt));
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
        var received = keep(fitted, inquiry.id(), FactKind.RECEIVED, receivedAt, recordedAt, clocks);
        if (submission.spamReason() != null) {
            keepSpamFlag(fitted, inquiry, clocks);
        }
        workflow.begin(inquiry.id());
        adjudication.judgePairAgain(
                inquiry, new Cause(Cause.Kind.FACT, submission.id().value()));
        return new Receipt(inquiry.id(), received, true);
    }

    private Receipt followUp(Fitted<Submission> fitted, InquiryId thread, Instant receivedAt) {
        var inquiry = inquiries.lock(thread).orElseThrow();
        var clocks = adjudication.clocksOf(inquiry);
        var kept = keep(fitted, thread, FactKind.FOLLOW_UP, receivedAt, books.learnedNow(clocks), clocks);
        return new Receipt(thread, kept, true);
    }

    private StoredFact keep(
            Fitted<Submission> fitted,
            InquiryId inquiry,
            FactKind kind,
            Instant receivedAt,
            Instant recordedAt,
            Clocks clocks) {
        var submission = fitted.kept();
        var fact = new Fact(submission.factId(), inquiry, kind, null, receivedAt, recordedAt, false, null);
        var stored = take(fitted, fact, submission.buyer().value(), clocks, submission.text());
        if (submission.messageId() != null) {
            inquiries.addToThread(submission.messageId(), inquiry);
        }
        return stored;
    }

    private void keepSpamFlag(Fitted<Submission> fitted, Inquiry inquiry, Clocks clocks) {
        var id = FactId.own("system-spam", inquiry.id().value());
        var fact = new Fact(
                id, inquiry.id(), FactKind.SYSTEM_SPAM, null, inquiry.receivedAt(), inquiry.recordedAt(), false, null);
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
