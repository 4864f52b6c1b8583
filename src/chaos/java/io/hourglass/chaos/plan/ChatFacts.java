package io.hourglass.chaos.plan;

import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said between one buyer and one account, and what else happens to the two. */
final class ChatFacts {

    /** Most live while they happen; the others are sent when a node that is behind can take them, see {@link Lateness}. */
    private static final double UNDATED = 0.4;

    private static final double CORRECTED_AGAIN = 0.2;
    private static final List<AuthorKind> AUTHORS = List.of(AuthorKind.values());

    private final String chat;
    private final ChatPair pair;
    private final Instant at;
    private final Chance chance;
    private final Lateness lateness;

    ChatFacts(String chat, ChatPair pair, Instant at, Chance chance, Lateness lateness) {
        this.chat = chat;
        this.pair = pair;
        this.at = at;
        this.chance = chance;
        this.lateness = lateness;
    }

    PlannedFact asked(String what, Duration after) {
        return message(what, ChatFactKind.ASKED, null, after);
    }

    PlannedFact wrote(String what, Duration after) {
        var author = chance.of(0.5) ? AuthorKind.HUMAN : chance.oneOf(AUTHORS);
        return message(what, ChatFactKind.WROTE, author, after);
    }

    /** @param from the account that hands the buyer over; it need be none of a shop that is known */
    PlannedFact transferred(String from, Duration after) {
        var body =
                Map.<String, Object>of("buyer", pair.buyer(), "from", from, "to", pair.account(), "shop", pair.shop());
        return fact("transfer", between(), ChatFactKind.TRANSFERRED, null, after, "transfers", body);
    }

    PlannedFact blocked(Duration after) {
        var body = Map.<String, Object>of("buyer", pair.buyer(), "account", pair.account(), "shop", pair.shop());
        return fact("block", between(), ChatFactKind.BLOCKED, null, after, "blocks", body);
    }

    /** From up to a day before the chat until the hours after it. */
    PlannedFact marked() {
        var after = chance.hours(0, 36).minus(Duration.ofHours(24));
        var mark = chance.oneOf(List.of("STAFF", "OWN", "ABNORMAL"));
        var shop = mark.equals("OWN") ? pair.shop() : null;
        var body = new HashMap<String, Object>(Map.of("buyer", pair.buyer(), "mark", mark, "reason", "as we know"));
        if (shop != null) {
            body.put("shop", shop);
        }
        var kind = ChatFactKind.valueOf("MARKED_" + mark);
        return fact("mark", ChatPair.marked(pair.buyer(), shop), kind, null, after, "marks", body);
    }

    /** It was none, or a message of another author; one in five such corrections is retracted itself. */
    PlannedFact correctionOf(PlannedFact fact) {
        var reclassified = fact.kind() == ChatFactKind.WROTE && chance.of(0.5);
        var author = reclassified ? chance.oneOf(AUTHORS) : null;
        var kind = reclassified ? ChatFactKind.RECLASSIFIED : ChatFactKind.RETRACTED;
        var body = new HashMap<String, Object>(Map.of("kind", kind.name(), "about", fact.id()));
        if (author != null) {
            body.put("author", author.name());
        }
        var correction = correction(fact, kind, author, body);
        return chance.of(CORRECTED_AGAIN) ? correction.followedBy(correctionOf(correction)) : correction;
    }

    private PlannedFact correction(
            PlannedFact fact, ChatFactKind kind, @Nullable AuthorKind author, Map<String, Object> body) {
        var when = fact.at().plus(chance.minutes(5, 600));
        return planned(fact.id() + "-not", fact.of(), kind, author, fact.id(), when, "corrections", body);
    }

    private PlannedFact message(String what, ChatFactKind kind, @Nullable AuthorKind author, Duration after) {
        var body = Map.<String, Object>of(
                "buyer", pair.buyer(),
                "account", pair.account(),
                "shop", pair.shop(),
                "author", author == null ? "BUYER" : author.name(),
                "text", "Of " + chat + ": is it in stock?");
        return fact(what, between(), kind, author, after, "messages", body);
    }

    private String between() {
        return ChatPair.inWords(pair.buyer(), pair.account());
    }

    private PlannedFact fact(
            String what,
            String of,
            ChatFactKind kind,
            @Nullable AuthorKind author,
            Duration after,
            String path,
            Map<String, Object> body) {
        return planned(chat + "." + what, of, kind, author, null, at.plus(after), path, body);
    }

    private PlannedFact planned(
            String id,
            String of,
            ChatFactKind kind,
            @Nullable AuthorKind author,
            @Nullable String about,
            Instant when,
            String path,
            Map<String, Object> content) {
        var undated = chance.of(UNDATED) && !when.isBefore(Scale.START);
        var body = new HashMap<>(content);
        body.put("id", id);
        if (!undated) {
            body.put(PlannedFact.OCCURRED_AT, when.toString());
        }
        return new PlannedFact(
                id,
                of,
                kind,
                author,
                about,
                undated ? null : when,
                undated ? when : lateness.ofChat(when),
                Story.again(chance),
                "/api/chat/" + path,
                body,
                List.of());
    }
}
