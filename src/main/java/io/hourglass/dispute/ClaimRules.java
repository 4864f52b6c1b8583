package io.hourglass.dispute;

import static java.util.stream.Collectors.joining;

import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.dispute.tracks.DisputedCase;
import io.hourglass.dispute.tracks.DisputedTrack;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which claims can be a fact of the case's books. */
@Component
class ClaimRules {

    private static final String ABOUT = "claim.about";

    private final Facts facts;
    private final Clock clock;

    ClaimRules(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws InvalidInput if it is of a kind that the track does not take, or a field is missing or out of place */
    void checkForm(Claim claim, DisputedTrack track) {
        var kind = track.claims().stream()
                .filter(known -> known.fact().equals(claim.kind()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("claim.kind", claim.kind(), names(track)));
        checkGiven("claim.occurredAt", claim.occurredAt(), !kind.isAbout());
        checkGiven("claim.author", claim.author(), kind.hasAuthor());
        checkGiven(ABOUT, claim.about(), kind.isAbout());
    }

    private static String names(DisputedTrack track) {
        return "one of "
                + track.claims().stream()
                        .map(ClaimKind::fact)
                        .map(Object::toString)
                        .collect(joining(", "));
    }

    private static void checkGiven(String field, @Nullable Object value, boolean wanted) {
        if ((value != null) != wanted) {
            throw new InvalidInput(field, value, wanted ? "given" : "left out");
        }
    }

    /**
     * @throws NotFound if the case has no such fact for a correction to speak about
     * @throws InvalidInput if the claim cannot be a fact of its books
     */
    void check(Claim claim, DisputedCase disputed, DisputedTrack track) {
        if (claim.occurredAt() != null) {
            checkInstant(claim.occurredAt(), disputed);
        }
        if (claim.about() != null) {
            checkAbout(claim, claim.about(), disputed.id(), track);
        }
    }

    private void checkInstant(Instant at, DisputedCase disputed) {
        if (at.isBefore(disputed.from()) || !at.isBefore(disputed.until()) || at.isAfter(clock.instant())) {
            throw new InvalidInput(
                    "claim.occurredAt",
                    at,
                    "from " + disputed.from() + " on, before " + disputed.until() + ", and not in the future");
        }
    }

    private void checkAbout(Claim claim, FactId about, CaseId id, DisputedTrack track) {
        if (!claim.kind().isCorrection()) {
            track.check(id, about, ABOUT);
            return;
        }
        var known = facts.find(about)
                .filter(fact -> fact.fact().caseId().equals(id))
                .orElseThrow(() -> new NotFound("fact of this case", about.value()));
        if (!known.fact().kind().canBeAmendedBy(claim.kind())) {
            throw new InvalidInput(ABOUT, about, "a fact that can be " + claim.kind());
        }
    }
}
