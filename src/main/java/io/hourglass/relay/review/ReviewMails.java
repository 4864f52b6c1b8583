package io.hourglass.relay.review;

import static java.util.stream.Collectors.joining;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that wait for somebody to say who wrote them; what is said is a fact, and who said it stands in the log of actions. */
@Component
public class ReviewMails {

    private final RelayedMails mails;
    private final Facts facts;
    private final RecordFact record;
    private final Actions actions;

    ReviewMails(RelayedMails mails, Facts facts, RecordFact record, Actions actions) {
        this.mails = mails;
        this.facts = facts;
        this.record = record;
        this.actions = actions;
    }

    public int numberWaiting() {
        return mails.numberWaiting();
    }

    /** Who has waited longest first. */
    @Transactional(readOnly = true)
    public ListPage<MailToReview> waiting(PageQuery page) {
        var all = mails.numberWaiting();
        var found = mails.waiting(page.offset(), page.size()).stream().map(this::toReview);
        return ListPage.counted(page, found.toList(), all);
    }

    private MailToReview toReview(RelayedMail mail) {
        var text = facts.toldOf(mail.inquiry()).stream()
                .filter(told -> told.stored().fact().id().equals(mail.fact()))
                .flatMap(told -> Stream.ofNullable(told.text().body()))
                .findFirst();
        var subject = mail.headers().stream()
                .filter(header -> header.name().equals("subject"))
                .map(Header::value)
                .findFirst();
        return new MailToReview(mail, subject.orElse(""), text.orElse(""));
    }

    /**
     * @param wroteIt PERSON or AUTOMATIC; NOT_ABOUT of what was read in a mailbox, where nobody has said which inquiry it is about
     * @throws NotFound if there is no such mail
     * @throws MailReviewed if it does not wait for that
     * @throws InvalidInput if nobody is said
     */
    @Transactional
    public Recorded decide(FactId fact, Review wroteIt) {
        var mail = mails.lock(fact).orElseThrow(() -> new NotFound("relayed mail", fact.value()));
        check(mail, wroteIt);
        if (mail.review() != Review.WAITING) {
            throw new MailReviewed();
        }
        var recorded = record.recordOwn(finding(mail, wroteIt));
        mails.review(fact, wroteIt);
        actions.note(Action.REVIEW_A_MAIL, mail.inquiry().value(), fact + " is " + wroteIt);
        return recorded;
    }

    private static void check(RelayedMail mail, Review wroteIt) {
        var choices = choices(mail);
        if (!choices.contains(wroteIt)) {
            throw new InvalidInput(
                    "wroteIt", wroteIt, choices.stream().map(Review::name).collect(joining(" or ")));
        }
    }

    /** What may be said of a mail. */
    static List<Review> choices(RelayedMail mail) {
        return mail.found() == null
                ? List.of(Review.PERSON, Review.AUTOMATIC)
                : List.of(Review.PERSON, Review.AUTOMATIC, Review.NOT_ABOUT);
    }

    private static FactReport finding(RelayedMail mail, Review wroteIt) {
        var report = FactReport.builder()
                .id(new FactId(mail.fact().value().replaceFirst("^:[a-z]+-", ":review-")))
                .inquiry(mail.inquiry())
                .channel(mail.found() == null ? Channel.RELAY : Channel.MAILBOX)
                .about(mail.fact());
        return wroteIt == Review.NOT_ABOUT
                ? report.kind(InquiryFactKind.RETRACTED).build()
                : report.kind(InquiryFactKind.RECLASSIFIED)
                        .author(wroteIt == Review.PERSON ? AuthorKind.HUMAN : AuthorKind.AUTO_REPLY)
                        .build();
    }
}
