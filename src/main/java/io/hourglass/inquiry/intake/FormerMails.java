package io.hourglass.inquiry.intake;

import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.Tied;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.books.AfterTheBooks;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.MailHash;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.Books;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Mails from before facts had hashes: it is known to which inquiry each belongs, but not to which fact. The first time that
 * one is answered, it becomes a fact of its own, so that the judge and the ledger know of it, and sealed entries stay.
 */
@Component
class FormerMails {

    private final Inquiries inquiries;
    private final Books books;
    private final Policies policies;
    private final AfterTheBooks afterTheBooks;

    FormerMails(Inquiries inquiries, Books books, Policies policies, AfterTheBooks afterTheBooks) {
        this.inquiries = inquiries;
        this.books = books;
        this.policies = policies;
        this.afterTheBooks = afterTheBooks;
    }

    /** Those that the inquiry's mail answers. */
    void know(Inquiry inquiry, MailIds mail) {
        var answered = mail.answers().stream()
                .map(hash -> new MailOfPair(inquiry.buyer(), inquiry.supplier(), hash))
                .toList();
        inquiries.tiedBy(answered).forEach((former, tied) -> tied.stream()
                .filter(Tied::former)
                .forEach(one -> know(former.hash(), one.inquiry())));
    }

    private void know(String hash, Inquiry inquiry) {
        var held = inquiries.lock(inquiry.id()).orElseThrow();
        var clocks = policies.version(held.policyVersion()).clocksFor(held.receivedAt());
        var learned = books.learnedNow(TrackDay.ofInquiries(clocks.day()), clocks.booksClose());
        var id = FactId.own("former-mail", MailHash.of(held.id().value(), hash));
        var fact = Fact.builder()
                .id(id)
                .caseId(held.id())
                .kind(InquiryFactKind.IN_THREAD)
                .occurredAt(learned)
                .recordedAt(learned)
                .mail(new MailIds(hash, List.of()))
                .build();
        var late = learned.isAfter(clocks.booksClose());
        var stored = new StoredFact(fact, null, Channel.MAIL, late, ContentHash.of(id, held.id(), hash));
        afterTheBooks.take(stored, FactText.NONE, clocks);
        inquiries.isFormerNoMore(hash, held.id());
    }
}
