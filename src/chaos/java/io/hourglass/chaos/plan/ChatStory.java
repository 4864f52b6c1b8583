package io.hourglass.chaos.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the chats one after the other. Nothing in one waits for anything else: an answer may come before what it answers. Of
 * 100 there are 12 that begin with a transfer, 72 that are answered, on the same day or the next, by authors of any kind; in 8 the
 * buyer is an account of the same shop, in 12 its account is marked.
 */
final class ChatStory {

    private static final int SHOPS = 40;
    private static final int ACCOUNTS = 3;
    private static final int BUYERS = 2_000;
    private static final int RECENT = 20;
    private static final double SAME_BUYER = 0.25;
    private static final double CORRECTED = 0.12;
    private static final double MARK_CORRECTED = 0.4;

    /** Sent with what it corrects, so that it may come first, and is sent again. */
    private static final double CORRECTED_AT_ONCE = 0.4;

    /** All of a chat at the same moment, to several nodes. */
    private static final double RUSH = 0.3;

    private final Scale scale;
    private final Chance chance;
    private final Lateness lateness;
    private final List<String> buyers = new ArrayList<>();

    ChatStory(Scale scale, Chance chance) {
        this.scale = scale;
        this.chance = chance;
        this.lateness = new Lateness(scale, chance);
    }

    /** All that is sent without waiting for anything else of it. */
    List<PlannedFact> tell(int number) {
        var pair = pair();
        var id = String.format("c-%06d", number);
        var about = new ChatFacts(id, pair, beginOf(number), chance, lateness);
        var facts = new ArrayList<PlannedFact>();
        begin(about, pair, facts);
        goOn(about, facts);
        if (chance.of(0.12)) {
            add(about, about.marked(), MARK_CORRECTED, facts);
        }
        return chance.of(RUSH) ? atOnce(facts) : facts;
    }

    private void begin(ChatFacts about, ChatPair pair, List<PlannedFact> facts) {
        if (chance.of(0.12)) {
            var from = chance.of(0.8) ? pair.colleague() : "elsewhere";
            add(about, about.transferred(from, Duration.ZERO), CORRECTED, facts);
        } else {
            add(about, about.asked("ask", Duration.ZERO), CORRECTED, facts);
        }
        if (chance.of(0.25)) {
            add(about, about.asked("more", chance.minutes(1, 300)), CORRECTED, facts);
        }
    }

    private void goOn(ChatFacts about, List<PlannedFact> facts) {
        if (chance.of(0.72)) {
            add(about, about.wrote("answer", chance.minutes(1, 14 * 60)), CORRECTED, facts);
        }
        if (chance.of(0.2)) {
            add(about, about.wrote("further", chance.minutes(1, 14 * 60)), CORRECTED, facts);
        }
        if (chance.of(0.05)) {
            facts.add(about.blocked(chance.minutes(1, 600)));
        }
    }

    private void add(ChatFacts about, PlannedFact fact, double corrected, List<PlannedFact> facts) {
        if (!chance.of(corrected)) {
            facts.add(fact);
            return;
        }
        var correction = about.correctionOf(fact);
        if (chance.of(CORRECTED_AT_ONCE)) {
            facts.add(fact);
            facts.add(correction.leftToClock(fact.sendAt()));
        } else {
            facts.add(fact.followedBy(correction));
        }
    }

    private static List<PlannedFact> atOnce(List<PlannedFact> facts) {
        var last =
                facts.stream().map(PlannedFact::sendAt).max(Instant::compareTo).orElseThrow();
        return facts.stream().map(fact -> fact.sentAt(last)).toList();
    }

    private Instant beginOf(int number) {
        var span = Duration.between(Scale.START, scale.lastChat()).toSeconds();
        return Scale.START.plusSeconds(span * number / (scale.chats() + 1));
    }

    private ChatPair pair() {
        var shop = chance.below(SHOPS);
        var number = chance.below(ACCOUNTS);
        var colleague = account(shop, (number + 1 + chance.below(ACCOUNTS - 1)) % ACCOUNTS);
        var buyer = chance.of(0.08) ? colleague : buyer();
        return new ChatPair(buyer, "supplier-" + shop, account(shop, number), colleague);
    }

    /** Some have written to another account, or the same, shortly before: a mark then is of several chats. */
    private String buyer() {
        var recent = Math.min(buyers.size(), RECENT);
        var buyer = recent > 0 && chance.of(SAME_BUYER)
                ? buyers.get(buyers.size() - 1 - chance.below(recent))
                : "buyer-" + chance.below(BUYERS);
        buyers.add(buyer);
        return buyer;
    }

    private static String account(int shop, int number) {
        return "account-" + shop + "-" + number;
    }
}
