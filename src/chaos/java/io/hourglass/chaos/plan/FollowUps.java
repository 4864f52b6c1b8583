package io.hourglass.chaos.plan;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to one inquiry after its receipt. */
final class FollowUps {

    private static final double UNDATED = 0.15;
    private static final int LAST_HOUR_OF_BOOKS = 118;

    private final String inquiry;
    private final String buyer;
    private final String supplier;
    private final Instant receivedAt;
    private final Chance chance;
    private final Lateness lateness;

    FollowUps(String inquiry, String buyer, String supplier, Instant receivedAt, Chance chance, Lateness lateness) {
        this.inquiry = inquiry;
        this.buyer = buyer;
        this.supplier = supplier;
        this.receivedAt = receivedAt;
        this.chance = chance;
        this.lateness = lateness;
    }

    /** @param amended whether a correction or a bounce follows */
    PlannedFact reply(boolean amended) {
        var after = chance.of(0.85) ? chance.minutes(10, 70 * 60) : chance.hours(72, LAST_HOUR_OF_BOOKS);
        var id = inquiry + ".reply";
        return reply(id, Story.person(chance), after, amended ? List.of(amendment(id, after)) : List.of());
    }

    /** One in ten comes after the window. */
    PlannedFact rejection() {
        var after = chance.of(0.9) ? chance.minutes(20, 70 * 60) : chance.hours(73, 90);
        return bySupplier(inquiry + ".rejection", InquiryFactKind.REJECTED, "rejections", after);
    }

    PlannedFact alternativesRequest() {
        var after = Scale.REPLY_WITHIN.plus(chance.minutes(5, 55 * 60));
        var body = Map.<String, Object>of("buyer", buyer);
        var id = inquiry + ".wish";
        return fact(
                id,
                InquiryFactKind.ALTERNATIVES_REQUESTED,
                null,
                null,
                after,
                "alternatives-requests",
                body,
                List.of());
    }

    PlannedFact furtherFact() {
        var id = inquiry + ".further";
        var kind = chance.below(100);
        if (kind < 45) {
            return reply(id, Story.person(chance), chance.hours(73, 132), List.of());
        }
        if (kind < 65) {
            return reply(id, AuthorKind.AUTO_REPLY, chance.minutes(1, 60), List.of());
        }
        return kind < 85
                ? bySupplier(id, InquiryFactKind.SPAM_REPORTED, "spam-reports", chance.hours(1, 80))
                : bySupplier(id, InquiryFactKind.REJECTED, "rejections", chance.hours(1, 80));
    }

    private PlannedFact amendment(String about, Duration repliedAfter) {
        var kind =
                chance.oneOf(List.of(InquiryFactKind.RETRACTED, InquiryFactKind.RECLASSIFIED, InquiryFactKind.BOUNCED));
        var author = kind == InquiryFactKind.RECLASSIFIED ? AuthorKind.AUTO_REPLY : null;
        var body = new HashMap<String, Object>(Map.of("kind", kind.name(), "about", about));
        if (author != null) {
            body.put("author", author.name());
        }
        var after = repliedAfter.plus(chance.minutes(5, 600));
        return fact(inquiry + ".amendment", kind, author, about, after, "amendments", body, List.of());
    }

    private PlannedFact reply(String id, AuthorKind author, Duration after, List<PlannedFact> then) {
        var body = Map.<String, Object>of("supplier", supplier, "author", author.name(), "text", "38 USD each.");
        return fact(id, InquiryFactKind.REPLIED, author, null, after, "replies", body, then);
    }

    private PlannedFact bySupplier(String id, InquiryFactKind kind, String path, Duration after) {
        var body = Map.<String, Object>of("supplier", supplier, "reason", "of no value to us");
        return fact(id, kind, null, null, after, path, body, List.of());
    }

    private PlannedFact fact(
            String id,
            InquiryFactKind kind,
            @Nullable AuthorKind author,
            @Nullable String about,
            Duration after,
            String path,
            Map<String, Object> content,
            List<PlannedFact> then) {
        var at = receivedAt.plus(after);
        var undated = chance.of(UNDATED);
        var body = new HashMap<>(content);
        body.put("id", id);
        if (!undated) {
            body.put(PlannedFact.OCCURRED_AT, at.toString());
        }
        return new PlannedFact(
                id,
                inquiry,
                kind,
                author,
                about,
                undated ? null : at,
                undated ? at : lateness.ofFact(at),
                Story.again(chance),
                "/api/inquiries/" + inquiry + "/" + path,
                body,
                then);
    }
}
