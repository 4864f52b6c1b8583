package io.hourglass.portal.alternatives;

import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.FactConflict;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.QuotaExceeded;
import io.hourglass.referral.offers.OfferClosed;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Passes on what the buyer decides on its page, once; the same again is no mistake. */
@Component
class BuyersDecisions {

    private final LinkedInquiries linked;
    private final InquiryFiles files;
    private final Referrals referrals;
    private final Alternatives alternatives;
    private final RecordFact record;

    BuyersDecisions(
            LinkedInquiries linked,
            InquiryFiles files,
            Referrals referrals,
            Alternatives alternatives,
            RecordFact record) {
        this.linked = linked;
        this.files = files;
        this.referrals = referrals;
        this.alternatives = alternatives;
        this.record = record;
    }

    /**
     * A request outside its time would be kept for ever, and this page sends one only.
     *
     * @throws DecisionRefused if alternatives are not on offer
     * @throws NoSuchLink if the token leads nowhere
     */
    void ask(String token) {
        var inquiry = linked.inquiry(token);
        var file = files.open(inquiry.id());
        if (referrals.find(inquiry.id()).isPresent() || hasAsked(file)) {
            return;
        }
        if (!file.onOffer()) {
            throw new DecisionRefused(Mistake.NOT_ON_OFFER);
        }
        var request = FactReport.builder()
                .id(FactId.own("alternatives", inquiry.id().value()))
                .inquiry(inquiry.id())
                .kind(InquiryFactKind.ALTERNATIVES_REQUESTED)
                .buyer(inquiry.buyer())
                .actor(inquiry.buyer().value())
                .channel(Channel.LINK)
                .build();
        if (isRefused(request)) {
            throw new DecisionRefused(Mistake.NOT_ON_OFFER);
        }
    }

    /** In whatever way, and under whatever id. */
    private static boolean hasAsked(InquiryFile file) {
        return file.facts().stream()
                .anyMatch(kept ->
                        kept.stored().fact().is(InquiryFactKind.ALTERNATIVES_REQUESTED) && kept.refusal() == null);
    }

    private boolean isRefused(FactReport request) {
        try {
            return record.recordOwn(request).refusal() != null;
        } catch (FactConflict e) {
            return true;
        }
    }

    /**
     * @param ids as they were sent
     * @throws DecisionRefused if there are none, too many or others than those offered, without consent, or too late
     * @throws NoSuchLink if the token leads nowhere
     */
    void pick(String token, List<String> ids, boolean consent) {
        var inquiry = linked.inquiry(token).id();
        try {
            var suppliers = suppliers(ids);
            var course = alternatives.of(inquiry);
            if (course.state() == ReferralState.OFFERED) {
                check(course, suppliers, consent);
            }
            alternatives.pick(new Choice(inquiry, suppliers, consent));
        } catch (QuotaExceeded e) {
            throw new DecisionRefused(Mistake.TAKES_NO_MORE, e.suppliers());
        } catch (InvalidInput e) {
            throw new DecisionRefused(Mistake.NOT_OFFERED);
        } catch (OfferClosed | NotFound e) {
            throw new DecisionRefused(Mistake.NO_LONGER_OPEN);
        }
    }

    /**
     * @throws DecisionRefused if the buyer has picked, or the offer has expired
     * @throws NoSuchLink if the token leads nowhere
     */
    void decline(String token) {
        var inquiry = linked.inquiry(token).id();
        try {
            alternatives.decline(inquiry);
        } catch (OfferClosed | NotFound e) {
            throw new DecisionRefused(Mistake.NO_LONGER_OPEN);
        }
    }

    private static Set<SupplierId> suppliers(List<String> ids) {
        return ids.stream().map(SupplierId::new).collect(toSet());
    }

    /** The checks of {@link Alternatives}, separately, so that the page can explain each in the buyer's words. */
    private static void check(Course course, Set<SupplierId> suppliers, boolean consent) {
        if (suppliers.isEmpty()) {
            throw new DecisionRefused(Mistake.NONE_PICKED);
        }
        if (!course.offer().stream().map(Offered::supplier).collect(toSet()).containsAll(suppliers)) {
            throw new DecisionRefused(Mistake.NOT_OFFERED);
        }
        if (suppliers.size() > course.picksAtMost()) {
            throw new DecisionRefused(Mistake.TOO_MANY);
        }
        if (!consent) {
            throw new DecisionRefused(Mistake.NO_CONSENT);
        }
    }
}
