package io.hourglass.inquiry.intake;

import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.books.AfterTheBooks;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.MailsOfBuyers;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.Books;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Keeps what is reported of an inquiry, with what ties it to others, once the report fits the inquiry. */
@Component
class KeepFact {

    private final FactIntake intake;
    private final Facts facts;
    private final Books books;
    private final Policies policies;
    private final MailsOfBuyers mails;
    private final Findings findings;
    private final AfterTheBooks afterTheBooks;

    KeepFact(
            FactIntake intake,
            Facts facts,
            Books books,
            Policies policies,
            MailsOfBuyers mails,
            Findings findings,
            AfterTheBooks afterTheBooks) {
        this.intake = intake;
        this.facts = facts;
        this.books = books;
        this.policies = policies;
        this.mails = mails;
        this.findings = findings;
        this.afterTheBooks = afterTheBooks;
    }

    /**
     * @throws NotFound if there is no such fact for an amendment to speak about
     * @throws InvalidInput if buyer or supplier are not the inquiry's, or the fact is dated in the future
     */
    StoredFact keep(FactReport report, Inquiry inquiry) {
        checkParties(report, inquiry);
        checkAmendment(report, inquiry);
        return keep(report.fitted(), inquiry);
    }

    private StoredFact keep(Fitted<FactReport> fitted, Inquiry inquiry) {
        var report = fitted.kept();
        var clocks = policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
        var occurredAt = intake.occurredAt(report.occurredAt());
        var recordedAt = books.learnedNow(TrackDay.ofInquiries(clocks.day()), clocks.booksClose());
        var fact = Fact.builder()
                .id(report.id())
                .caseId(inquiry.id())
                .kind(report.kind())
                .author(report.author())
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .textless(fitted.sent().textless())
                .about(report.about())
                .mail(mails.of(inquiry.buyer(), fitted.sent().messageId()))
                .build();
        var late = recordedAt.isAfter(clocks.booksClose()) || !occurredAt.isBefore(clocks.booksClose());
        var hash = ContentHash.of(fitted.sent().content());
        var stored = new StoredFact(fact, report.actor(), report.channel(), late, hash, fitted.inPart());
        afterTheBooks.take(stored, report.text(), clocks);
        mails.tie(inquiry, fact, report.hashOnly() ? null : report.messageId());
        if (fact.is(InquiryFactKind.BELONGS_TO)) {
            findings.tie(Objects.requireNonNull(fact.about()));
        }
        return stored;
    }

    private static void checkParties(FactReport report, Inquiry inquiry) {
        if (report.supplier() != null && !report.supplier().equals(inquiry.supplier())) {
            throw new InvalidInput("supplier", report.supplier(), "the supplier that the inquiry went to");
        }
        if (report.buyer() != null && !report.buyer().equals(inquiry.buyer())) {
            throw new InvalidInput("buyer", report.buyer(), "the buyer that the inquiry came from");
        }
    }

    private void checkAmendment(FactReport report, Inquiry inquiry) {
        var about = report.about();
        if (about == null) {
            return;
        }
        if (report.kind() == InquiryFactKind.BELONGS_TO) {
            findings.check(inquiry, about, "belongsTo");
            return;
        }
        var known = facts.find(about)
                .filter(fact -> fact.fact().caseId().equals(report.inquiry()))
                .orElseThrow(() -> new NotFound("fact of this inquiry", about.value()));
        if (!known.fact().kind().canBeAmendedBy(report.kind())) {
            throw new InvalidInput(
                    "about",
                    about,
                    "a fact that can be " + report.kind() + ", and a "
                            + known.fact().kind() + " cannot");
        }
    }
}
