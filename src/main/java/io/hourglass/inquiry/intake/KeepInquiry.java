package io.hourglass.inquiry.intake;

import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.books.AfterTheBooks;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.MailsOfBuyers;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.Books;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps an inquiry that comes in: its row, the fact of its receipt, and what ties it to others. */
@Component
class KeepInquiry {

    private final Inquiries inquiries;
    private final Suppliers suppliers;
    private final Books books;
    private final Policies policies;
    private final MailsOfBuyers mails;
    private final FormerMails former;
    private final AfterTheBooks afterTheBooks;

    KeepInquiry(
            Inquiries inquiries,
            Suppliers suppliers,
            Books books,
            Policies policies,
            MailsOfBuyers mails,
            FormerMails former,
            AfterTheBooks afterTheBooks) {
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.books = books;
        this.policies = policies;
        this.mails = mails;
        this.former = former;
        this.afterTheBooks = afterTheBooks;
    }

    /**
     * @param received the fact of its receipt
     * @param dueAt its reply deadline
     */
    record Kept(Inquiry inquiry, StoredFact received, Instant dueAt) {}

    /** @param receivedAt see {@link FactIntake#occurredAt} */
    Kept keep(Fitted<Submission> fitted, Instant receivedAt) {
        var submission = fitted.kept();
        var policy = policies.inForceAt(receivedAt);
        var clocks = policy.clocksFor(receivedAt);
        var recordedAt = books.admit(TrackDay.ofInquiries(clocks.day()), clocks.booksClose());
        suppliers.met(submission.supplier(), recordedAt);
        var inquiry = Inquiry.builder()
                .id(submission.id())
                .buyer(submission.buyer())
                .supplier(submission.supplier())
                .channel(submission.channel())
                .category(submission.category())
                .receivedAt(receivedAt)
                .recordedAt(recordedAt)
                .day(clocks.day())
                .policyVersion(policy.version())
                .build();
        inquiries.add(inquiry, clocks.replyDeadline(), submission.text().subject());
        afterTheBooks.note(inquiry, clocks);
        var received = keep(fitted, inquiry, clocks);
        if (submission.spamReason() != null) {
            keepSpamFlag(fitted, inquiry, clocks);
        }
        return new Kept(inquiry, received, clocks.replyDeadline());
    }

    /** Its ids are compared as a whole, however much of them is kept. */
    private StoredFact keep(Fitted<Submission> fitted, Inquiry inquiry, Deadlines clocks) {
        var submission = fitted.kept();
        var mail = fitted.sent().mailIds(mails);
        former.know(inquiry, mail);
        var fact = Fact.builder()
                .id(submission.factId())
                .caseId(inquiry.id())
                .kind(InquiryFactKind.RECEIVED)
                .occurredAt(inquiry.receivedAt())
                .recordedAt(inquiry.recordedAt())
                .mail(mail)
                .build();
        var stored = take(fitted, fact, submission.buyer().value(), clocks, submission.text());
        mails.tie(inquiry, fact, submission.messageId());
        return stored;
    }

    private void keepSpamFlag(Fitted<Submission> fitted, Inquiry inquiry, Deadlines clocks) {
        var id = FactId.own("system-spam", inquiry.id().value());
        var fact = Fact.builder()
                .id(id)
                .caseId(inquiry.id())
                .kind(InquiryFactKind.SYSTEM_SPAM)
                .occurredAt(inquiry.receivedAt())
                .recordedAt(inquiry.recordedAt())
                .build();
        take(fitted, fact, null, clocks, new FactText(null, fitted.kept().spamReason()));
    }

    private StoredFact take(
            Fitted<Submission> fitted, Fact fact, @Nullable String actor, Deadlines clocks, FactText text) {
        var late = fact.recordedAt().isAfter(clocks.booksClose());
        var hash = ContentHash.of(fitted.sent().content());
        var stored = new StoredFact(fact, actor, fitted.kept().channel(), late, hash, fitted.inPart());
        afterTheBooks.take(stored, text, clocks);
        return stored;
    }
}
