package io.hourglass.relay.review;

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
     * @param wroteIt PERSON or AUTOMATIC
     * @throws NotFound if there is no such mail
     * @throws MailReviewed if it does not wait for that
     * @throws InvalidInput if nobody is said
     */
    @Transactional
    public Recorded decide(FactId fact, Review wroteIt) {
        if (wroteIt == Review.WAITING) {
            throw new InvalidInput("wroteIt", wroteIt, "PERSON or AUTOMATIC");
        }
        var mail = mails.lock(fact).orElseThrow(() -> new NotFound("relayed mail", fact.value()));
        if (mail.review() != Review.WAITING) {
            throw new MailReviewed();
        }
        var recorded = record.recordOwn(FactReport.builder()
                .id(new FactId(fact.value().replaceFirst("^:relay-", ":review-")))
                .inquiry(mail.inquiry())
                .kind(InquiryFactKind.RECLASSIFIED)
                .author(wroteIt == Review.PERSON ? AuthorKind.HUMAN : AuthorKind.AUTO_REPLY)
                .channel(Channel.RELAY)
                .about(fact)
                .build());
        mails.review(fact, wroteIt);
        actions.note(Action.REVIEW_A_MAIL, mail.inquiry().value(), fact + " is " + wroteIt);
        return recorded;
    }
}
