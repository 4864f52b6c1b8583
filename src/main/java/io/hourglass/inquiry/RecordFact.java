package io.hourglass.inquiry;

import io.hourglass.evidence.ContentHash;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Fitted;
import io.hourglass.evidence.StoredFact;
import io.hourglass.group.Grouped;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.rate.Books;
import io.hourglass.rate.Cause;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what happened to a known inquiry: the fact first, then the judge, then whatever process still lives. */
@Component
public class RecordFact {

    private final FactIntake intake;
    private final Facts facts;
    private final Inquiries inquiries;
    private final Books books;
    private final JudgedInquiries cases;
    private final Adjudication adjudication;
    private final CaseCourse course;
    private final MailsOfBuyers mails;
    private final Findings findings;
    private final Notices notices;
    private final AfterTheBooks afterTheBooks;
    private final GroundsOfVerdicts grounds;

    RecordFact(
            FactIntake intake,
            Facts facts,
            Inquiries inquiries,
            Books books,
            JudgedInquiries cases,
            Adjudication adjudication,
            CaseCourse course,
            MailsOfBuyers mails,
            Findings findings,
            Notices notices,
            AfterTheBooks afterTheBooks,
            GroundsOfVerdicts grounds) {
        this.intake = intake;
        this.facts = facts;
        this.inquiries = inquiries;
        this.books = books;
        this.cases = cases;
        this.adjudication = adjudication;
        this.course = course;
        this.mails = mails;
        this.findings = findings;
        this.notices = notices;
        this.afterTheBooks = afterTheBooks;
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
     * @throws NotKnown if there is no such inquiry, or no such fact for an amendment to speak about
     * @throws io.hourglass.evidence.FactConflict if the id is known with other content
     * @throws BadInput if buyer or supplier are not the inquiry's, or the fact is dated in the future
     */
    @Grouped
    public Recorded record(FactReport report) {
        return record(report, id -> ExternalId.checkNew("id", id.value(), FactId.MAX_LENGTH));
    }

    /** One that the program makes itself, under an id of its own. */
    @Grouped
    public Recorded recordOwn(FactReport report) {
        return record(report, id -> {});
    }

    private Recorded record(FactReport report, Consumer<FactId> newId) {
        var inquiry = inquiries
                .lock(report.inquiry())
                .orElseThrow(() -> new NotKnown("inquiry", report.inquiry().value()));
        var known = intake.sameAgain(report.id(), report.content());
        if (known.isPresent()) {
            return answer(known.get(), false, cases.of(inquiry));
        }
        newId.accept(report.id());
        checkParties(report, inquiry);
        checkAmendment(report, inquiry);
        var kept = keep(report.fitted(), inquiry);
        var cause = new Cause(Cause.Kind.FACT, kept.fact().id().value());
        var rejudged = adjudication.judgePairAgain(inquiry, cause);
        var recorded = answer(kept, true, rejudged.judged());
        course.follow(rejudged, kept.fact().recordedAt(), cause);
        var answered = answered(rejudged.judged());
        if (recorded.refusal() == null && answered.supplierActedBy(kept.fact().recordedAt())) {
            tellOfReply(kept.fact(), answered);
        }
        return recorded;
    }

    private StoredFact keep(Fitted<FactReport> fitted, Inquiry inquiry) {
        var report = fitted.kept();
        var clocks = cases.clocksOf(inquiry);
        var occurredAt = intake.occurredAt(report.occurredAt());
        var recordedAt = books.learnedNow(InquiryTrack.dayOf(clocks), clocks.booksClose());
        var fact = new Fact(
                report.id(),
                inquiry.id(),
                report.kind(),
                report.author(),
                occurredAt,
                recordedAt,
                fitted.sent().textless(),
                report.about(),
                mails.of(inquiry.buyer(), fitted.sent().messageId()));
        var late = recordedAt.isAfter(clocks.booksClose()) || !occurredAt.isBefore(clocks.booksClose());
        var hash = ContentHash.of(fitted.sent().content());
        var stored = new StoredFact(fact, report.actor(), report.channel(), late, hash, fitted.inPart());
        intake.take(stored, report.text());
        afterTheBooks.note(stored, clocks);
        inquiries.tie(inquiry, ThreadMembers.hashesOf(fact).toList());
        if (fact.is(InquiryFactKind.BELONGS_TO)) {
            findings.tie(Objects.requireNonNull(fact.about()));
        }
        if (report.messageId() != null) {
            inquiries.addToThread(report.messageId(), inquiry.id());
        }
        return stored;
    }

    /** A reply to a follow-up answers the inquiry that it follows. */
    private InquiryInPair answered(InquiryInPair judged) {
        return judged.root()
                .flatMap(inquiries::find)
                .map(root -> judged.other(root).orElseGet(() -> cases.of(root)))
                .orElse(judged);
    }

    /** Buyers who were told not to wait any more hear of an answer, those whose duplicate was answered too. */
    private void tellOfReply(Fact fact, InquiryInPair judged) {
        if (judged.repliedAfterAll(fact)) {
            notices.tell(judged.inquiry().id(), Notice.Kind.REPLIED_AFTER_ALL, fact.recordedAt());
        }
        judged.anchorServedLate()
                .ifPresent(anchor -> notices.tell(anchor, Notice.Kind.REPLIED_AFTER_ALL, fact.recordedAt()));
    }

    private Recorded answer(StoredFact stored, boolean isNew, InquiryInPair judged) {
        var refusal = judged.refusal(stored.fact()).orElse(null);
        return new Recorded(stored, isNew, refusal, judged.judgement(), () -> grounds.of(judged));
    }

    private static void checkParties(FactReport report, Inquiry inquiry) {
        if (report.supplier() != null && !report.supplier().equals(inquiry.supplier())) {
            throw new BadInput("supplier", report.supplier(), "the supplier that the inquiry went to");
        }
        if (report.buyer() != null && !report.buyer().equals(inquiry.buyer())) {
            throw new BadInput("buyer", report.buyer(), "the buyer that the inquiry came from");
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
                .orElseThrow(() -> new NotKnown("fact of this inquiry", about.value()));
        if (!known.fact().kind().canBeAmendedBy(report.kind())) {
            throw new BadInput(
                    "about",
                    about,
                    "a fact that can be " + report.kind() + ", and a "
                            + known.fact().kind() + " cannot");
        }
    }
}
