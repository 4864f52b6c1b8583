package io.hourglass.inquiry.intake;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.referral.CarryOver;
import io.hourglass.referral.offers.Pick;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries an inquiry over to a supplier that its buyer picked: the same text and category, clocks of its own. */
@Component
class CarriedInquiries implements CarryOver {

    /** What goes over with it. */
    private static final Set<Detail> CARRIED = EnumSet.of(Detail.SUBJECT, Detail.TEXT, Detail.CATEGORY);

    private final Inquiries inquiries;
    private final Facts facts;
    private final SubmitInquiry submit;

    CarriedInquiries(Inquiries inquiries, Facts facts, SubmitInquiry submit) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.submit = submit;
    }

    @Override
    public void open(Pick pick) {
        var first = inquiries.lock(pick.inquiry()).orElseThrow();
        var received = facts.toldOf(pick.inquiry()).stream()
                .filter(told -> told.stored().fact().is(InquiryFactKind.RECEIVED))
                .findFirst()
                .orElseThrow();
        submit.submitOwn(Submission.builder()
                .id(pick.newInquiry())
                .buyer(first.buyer())
                .supplier(pick.supplier())
                .channel(Channel.REFERRAL)
                .category(first.category())
                .receivedAt(pick.pickedAt())
                .text(received.text())
                .inPart(carriedParts(received))
                .build());
    }

    private static Set<Detail> carriedParts(Facts.Told received) {
        return received.stored().keptInPart().stream().filter(CARRIED::contains).collect(Collectors.toSet());
    }
}
