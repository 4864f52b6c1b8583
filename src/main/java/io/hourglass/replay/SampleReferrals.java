package io.hourglass.replay;

import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the unserved buyers of the sample marketplace do: most ask for alternatives, some pick, some decline, some have yet
 * to decide. By the number of the inquiry, so that a load that is run again does the same.
 */
@Component
class SampleReferrals {

    /** When they ask, before the instant that the sample is loaded for; the picks have time to go one way or another. */
    static final Duration BEFORE = Duration.ofDays(5);

    private static final int KINDS = 4;
    private static final int PICKS = 2;

    private final Inquiries inquiries;
    private final InquiryFiles files;
    private final RecordFact record;
    private final Referrals referrals;
    private final Alternatives alternatives;

    SampleReferrals(
            Inquiries inquiries,
            InquiryFiles files,
            RecordFact record,
            Referrals referrals,
            Alternatives alternatives) {
        this.inquiries = inquiries;
        this.files = files;
        this.record = record;
        this.referrals = referrals;
        this.alternatives = alternatives;
    }

    /** @param now what the clock says */
    void askAndPick(Collection<LogEvent> received, Instant now) {
        received.stream()
                .filter(event -> inquiries.find(event.inquiry()).isPresent())
                .forEach(event -> {
                    if (event.line() % KINDS != 0) {
                        ask(event.inquiry(), now);
                    }
                    decide(event);
                });
    }

    /** The first of those that a buyer picked answers, a day later. */
    void answer(Collection<LogEvent> received, Instant now) {
        received.stream()
                .flatMap(event -> referrals.picksOf(event.inquiry()).stream().limit(1))
                .map(Pick::newInquiry)
                .forEach(inquiry -> record.recordOwn(fact(
                        inquiry,
                        "reply",
                        InquiryFactKind.REPLIED,
                        AuthorKind.HUMAN,
                        now,
                        "Our quotation is attached.")));
    }

    private void ask(InquiryId inquiry, Instant now) {
        if (files.open(inquiry).onOffer() && referrals.find(inquiry).isEmpty()) {
            record.recordOwn(fact(inquiry, "alternatives", InquiryFactKind.ALTERNATIVES_REQUESTED, null, now, null));
        }
    }

    private void decide(LogEvent event) {
        var inquiry = event.inquiry();
        var open = referrals.find(inquiry).filter(referral -> referral.state() == ReferralState.OFFERED);
        if (open.isEmpty()) {
            return;
        }
        alternatives.seen(inquiry);
        if (event.line() % KINDS == 1) {
            alternatives.decline(inquiry);
        } else if (event.line() % KINDS == 2) {
            var chosen = alternatives.of(inquiry).offer().stream()
                    .limit(PICKS)
                    .map(Offered::supplier)
                    .collect(toSet());
            alternatives.pick(new Choice(inquiry, chosen, true));
        }
    }

    private static FactReport fact(
            InquiryId inquiry,
            String name,
            InquiryFactKind kind,
            @Nullable AuthorKind author,
            Instant at,
            @Nullable String text) {
        return FactReport.builder()
                .id(FactId.own(name, inquiry.value()))
                .inquiry(inquiry)
                .kind(kind)
                .author(author)
                .channel(Channel.WEB)
                .occurredAt(at)
                .text(new FactText(null, text))
                .build();
    }
}
