package io.hourglass.portal.disputes;

import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.WallTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a verdict is contested, as it was filled in; of its fields the kind of claim takes those that it needs.
 *
 * @param belongsTo the inquiry that the mail follows up
 * @param at in the zone that the form names, as a browser writes it: 2026-03-02T09:30
 */
public record Contest(
        @Nullable String kind,
        @Nullable String at,
        @Nullable String author,
        @Nullable String about,
        @Nullable String belongsTo,
        @Nullable String evidence) {

    public static final Contest EMPTY = new Contest(null, null, null, null, null, null);

    /**
     * @param claims those that the case's track takes
     * @throws InvalidInput if what the kind needs cannot be read
     */
    Claim claim(List<ClaimKind> claims, ZoneId zone) {
        var claimed = claims.stream()
                .filter(known -> known.fact().name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("claim.kind", kind, "one of those offered"));
        return new Claim(
                claimed.fact(),
                claimed.isAbout() ? null : instant(zone),
                claimed.hasAuthor() ? writer() : null,
                claimed.isAbout() ? about(claimed.fact()) : null);
    }

    private @Nullable FactId about(FactKind claimed) {
        if (!claimed.isCorrection()) {
            return inquiry();
        }
        return about == null || about.isBlank() ? null : new FactId(about);
    }

    String evidenceGiven() {
        return StoredText.typed(evidence);
    }

    boolean isFinding() {
        return InquiryFactKind.BELONGS_TO.name().equals(kind);
    }

    private FactId inquiry() {
        try {
            return new FactId(belongsTo == null ? "" : belongsTo.strip());
        } catch (InvalidInput e) {
            throw new InvalidInput("claim.about", belongsTo, e.rule());
        }
    }

    private Instant instant(ZoneId zone) {
        var rule = "a local time such as 2026-03-02T09:30";
        return WallTime.read("claim.occurredAt", at, zone, rule);
    }

    private AuthorKind writer() {
        return Arrays.stream(AuthorKind.values())
                .filter(known -> known.name().equals(author))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("claim.author", author, "one of those offered"));
    }
}
