package io.hourglass.portal.supplier;

import io.hourglass.dispute.kept.Claim;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.text.StoredText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a verdict is contested, as it was filled in; of its fields the kind of claim takes those that it needs.
 *
 * @param belongsTo the inquiry that the mail follows up
 * @param at in the zone that the form names, as a browser writes it: 2026-03-02T09:30
 */
record Contest(
        @Nullable String kind,
        @Nullable String at,
        @Nullable String author,
        @Nullable String about,
        @Nullable String belongsTo,
        @Nullable String evidence) {

    static final Contest EMPTY = new Contest(null, null, null, null, null, null);

    /** @throws InvalidInput if what the kind needs is missing, or cannot be read */
    Claim claim(ZoneId zone) {
        var claimed = constant(InquiryFactKind.class, "claim.kind", kind);
        if (claimed == InquiryFactKind.BELONGS_TO) {
            return new Claim(claimed, null, null, inquiry());
        }
        var isReply = claimed == InquiryFactKind.REPLIED || claimed == InquiryFactKind.RECLASSIFIED;
        return new Claim(
                claimed,
                claimed.isCorrection() ? null : instant(zone),
                isReply ? constant(AuthorKind.class, "claim.author", author) : null,
                claimed.isCorrection() && about != null && !about.isBlank() ? new FactId(about) : null);
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
        try {
            return LocalDateTime.parse(at == null ? "" : at).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput("claim.occurredAt", at, "a local time such as 2026-03-02T09:30");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, name, "one of those offered"));
    }
}
