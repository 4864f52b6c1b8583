package io.hourglass.inquiry.reading;

import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.Effect;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one inquiry.
 *
 * @param grounds of its judgement, as of {@code asOf}
 * @param facts in the order of their occurrence; among them replies that serve it through a duplicate, or through a mail that
 *     follows it up
 * @param groundsThen of what an entry of the history says, as they were when it was booked
 * @param history the entries of the books, the first one first
 * @param notices to the buyer
 * @param followUps the mails that follow it, by their receipt
 * @param carriedFrom the inquiry that this one was carried over from; null if its buyer sent it itself
 * @param carriedOverTo those that it was carried over to, in the order of the offer
 * @param onOffer whether the buyer may ask for alternatives, as of {@code asOf}
 */
public record InquiryFile(
        Inquiry inquiry,
        Grounds grounds,
        Function<VerdictEntry, Grounds> groundsThen,
        List<KeptFact> facts,
        List<VerdictEntry> history,
        List<Notice> notices,
        List<InquiryId> followUps,
        @Nullable InquiryId carriedFrom,
        List<InquiryId> carriedOverTo,
        boolean onOffer) {

    /**
     * @param effect what it does for the verdict at present
     * @param refusal why a rule refuses it at present; null if none does
     * @param answers whether it is a reply that answers this inquiry
     * @param correction the fact by which it is retracted or reclassified at present; null if it stands as it was sent
     */
    public record KeptFact(
            StoredFact stored,
            FactText text,
            Effect effect,
            @Nullable Refusal refusal,
            boolean answers,
            @Nullable Fact correction) {}

    public Judgement judgement() {
        return grounds.judgement();
    }

    /** What was recorded later is left out of account. */
    public Instant asOf() {
        return grounds.asOf();
    }

    /** Whether the fact was sent for this very inquiry. */
    public boolean isOwn(KeptFact kept) {
        return kept.stored().fact().caseId().equals(inquiry.id());
    }

    /** The inquiry that this mail is a follow-up of; empty if it stands alone. */
    public Optional<InquiryId> follows() {
        return Optional.ofNullable(judgement().follows());
    }

    /** What the buyer wrote at first. */
    public FactText text() {
        return facts.stream()
                .filter(kept -> kept.stored().fact().is(InquiryFactKind.RECEIVED))
                .map(KeptFact::text)
                .findFirst()
                .orElse(FactText.NONE);
    }

    /** What of that, and of what was said beside it, was kept in part. */
    public Set<Detail> keptInPart() {
        return facts.stream()
                .map(KeptFact::stored)
                .filter(stored -> stored.fact().is(InquiryFactKind.RECEIVED))
                .findFirst()
                .map(StoredFact::keptInPart)
                .orElse(Set.of());
    }
}
