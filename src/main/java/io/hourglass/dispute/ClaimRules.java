package io.hourglass.dispute;

import io.hourglass.dispute.kept.Claim;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.Findings;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.FactId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which claims can be a fact of the inquiry's books. */
@Component
class ClaimRules {

    private final Facts facts;
    private final Findings findings;
    private final Clock clock;

    ClaimRules(Facts facts, Findings findings, Clock clock) {
        this.facts = facts;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * @throws NotFound if the inquiry has no such fact for a correction to speak about
     * @throws InvalidInput if the claim cannot be a fact of its books
     */
    void check(Claim claim, Inquiry inquiry, Deadlines clocks) {
        if (claim.occurredAt() != null) {
            checkInstant(claim.occurredAt(), clocks);
        }
        if (claim.about() != null) {
            checkAbout(claim, claim.about(), inquiry);
        }
    }

    private void checkInstant(Instant at, Deadlines clocks) {
        if (at.isBefore(clocks.receivedAt()) || !at.isBefore(clocks.booksClose()) || at.isAfter(clock.instant())) {
            throw new InvalidInput(
                    "claim.occurredAt",
                    at,
                    "from the receipt at " + clocks.receivedAt() + " on, before the books close at "
                            + clocks.booksClose() + ", and not in the future");
        }
    }

    private void checkAbout(Claim claim, FactId about, Inquiry inquiry) {
        if (claim.kind() == InquiryFactKind.BELONGS_TO) {
            findings.check(inquiry, about, "claim.about");
            return;
        }
        var known = facts.find(about)
                .filter(fact -> fact.fact().caseId().equals(inquiry.id()))
                .orElseThrow(() -> new NotFound("fact of this inquiry", about.value()));
        if (!known.fact().kind().canBeAmendedBy(claim.kind())) {
            throw new InvalidInput("claim.about", about, "a fact that can be " + claim.kind());
        }
    }
}
