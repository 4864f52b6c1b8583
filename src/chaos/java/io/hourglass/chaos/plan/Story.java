package io.hourglass.chaos.plan;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the inquiries one after the other, in the mix of the work: 55 of 100 replied to, 15 rejected, 25 left unanswered
 * (three of five of those buyers ask for alternatives), 5 spam; a quarter has a further fact.
 */
final class Story {

    private static final int SUPPLIERS = 40;
    private static final int BUYERS = 2_000;
    private static final double SAME_PAIR = 0.08;
    private static final double SENT_TWICE = 0.1;
    private static final double UNDATED = 0.12;
    private static final double FURTHER = 0.25;

    private final Scale scale;
    private final Chance chance;
    private final Lateness lateness;
    private final List<Pair> pairs = new ArrayList<>();

    Story(Scale scale, long seed) {
        this.scale = scale;
        this.chance = new Chance(seed);
        this.lateness = new Lateness(scale, chance);
    }

    private record Pair(String buyer, String supplier) {}

    PlannedFact tell(int number) {
        var at = receiptOf(number);
        var pair = pair();
        var id = String.format("i-%06d", number);
        var mix = chance.below(100);
        var about = new FollowUps(id, pair.buyer(), pair.supplier(), at, chance, lateness);
        var answers = new ArrayList<PlannedFact>();
        if (mix < 55) {
            answers.add(about.reply(chance.of(FURTHER * 0.2)));
        } else if (mix < 70) {
            answers.add(about.rejection());
        } else if (mix < 95 && chance.of(0.6)) {
            answers.add(about.alternativesRequest());
        }
        if (chance.of(FURTHER)) {
            answers.add(about.furtherFact());
        }
        return received(id, pair, at, mix >= 95, canBeUndated(number), answers);
    }

    private PlannedFact received(
            String id, Pair pair, Instant at, boolean spam, boolean canBeUndated, List<PlannedFact> then) {
        var undated = canBeUndated && chance.of(UNDATED);
        var body = new HashMap<String, Object>(Map.of("id", id, "buyer", pair.buyer(), "supplier", pair.supplier()));
        body.put("subject", "Quotation " + id);
        body.put("text", "Your best price, please.");
        if (spam) {
            body.put("systemSpam", true);
            body.put("spamReason", "known spam phrases");
        }
        if (!undated) {
            body.put("receivedAt", at.toString());
        }
        return new PlannedFact(
                id,
                id,
                InquiryFactKind.RECEIVED,
                null,
                null,
                undated ? null : at,
                undated ? at : lateness.ofInquiry(at),
                again(chance),
                "/api/inquiries",
                body,
                then);
    }

    /** Those of the second half say when they were received, so that no delay makes them later than planned. */
    private boolean canBeUndated(int number) {
        return number < scale.inquiries() / 2;
    }

    private Instant receiptOf(int number) {
        var span = Duration.ofDays(scale.receiptDays()).toSeconds();
        return Scale.START.plusSeconds(span * number / (scale.inquiries() + 1));
    }

    /** Some buyers write to the same supplier again within hours. */
    private Pair pair() {
        var again = !pairs.isEmpty() && chance.of(SAME_PAIR);
        var recent = Math.min(pairs.size(), scale.inquiries() / scale.receiptDays() / 3);
        var pair = again
                ? pairs.get(pairs.size() - 1 - chance.below(recent))
                : new Pair("buyer-" + chance.below(BUYERS), "supplier-" + chance.below(SUPPLIERS));
        pairs.add(pair);
        return pair;
    }

    /** Every tenth fact is sent twice: half of those at once, so that two nodes race, the others hours later. */
    static @Nullable Duration again(Chance chance) {
        if (!chance.of(SENT_TWICE)) {
            return null;
        }
        return chance.of(0.5) ? Duration.ZERO : chance.hours(1, 12);
    }

    static AuthorKind person(Chance chance) {
        return chance.of(0.8) ? AuthorKind.HUMAN : AuthorKind.AI_ASSISTED;
    }
}
