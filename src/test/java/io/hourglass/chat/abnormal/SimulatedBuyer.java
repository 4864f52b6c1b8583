package io.hourglass.chat.abnormal;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What a buyer does within three weeks, by its kind and a seed. A shop has three accounts. */
final class SimulatedBuyer {

    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");
    private static final int DAYS = 21;
    private static final int SHOPS = 400;
    private static final int ACCOUNTS = 3;
    private static final AbnormalFigures USUAL = AbnormalFigures.usual();
    private static final String[] GREETINGS = {"在吗", "Hello?", "你好，在吗？", "Hi there!"};
    private static final String PRESET = "Hello, I am interested in your product. Please send me the price.";

    final BuyerId id;
    final List<BuyerAct> acts = new ArrayList<>();

    @Nullable
    Instant registeredAt;

    private final SplittableRandom chance;

    SimulatedBuyer(String name, long seed) {
        this.id = new BuyerId(name);
        this.chance = new SplittableRandom(seed);
    }

    int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    boolean in(int percent) {
        return chance.nextInt(100) < percent;
    }

    /** Of one of the days, at an hour from and to which it does such things, in local time. */
    Instant moment(int fromHour, int toHour) {
        return START.plus(Duration.ofDays(between(0, DAYS - 1)))
                .plus(Duration.ofHours(fromHour))
                .plusMillis(chance.nextLong(Duration.ofHours(toHour - fromHour).toMillis()));
    }

    Instant later(Instant at, int leastSeconds, int mostSeconds) {
        return at.plusSeconds(between(leastSeconds, mostSeconds));
    }

    /** A shop and the account that the buyer is led to. */
    record Met(SupplierId shop, AccountId account) {}

    /** So many different shops, at most {@link #SHOPS}. */
    List<Met> shops(int number) {
        var first = between(0, SHOPS - 1);
        var shops = new ArrayList<Met>();
        for (var at = 0; at < number; at++) {
            var shop = (first + at * 7) % SHOPS;
            shops.add(new Met(new SupplierId("s" + shop), new AccountId("s" + shop + ".a" + between(1, ACCOUNTS))));
        }
        return shops;
    }

    void asks(Met whom, Instant at, String text) {
        var hash = TextHash.of(id.value(), text, USUAL.shortestText()).orElse(null);
        acts.add(BuyerAct.asked(whom.shop(), whom.account(), at, hash));
    }

    void isAnswered(Met by, Instant at) {
        acts.add(BuyerAct.answered(by.shop(), by.account(), at));
    }

    void isBlocked(Met by, Instant at) {
        acts.add(BuyerAct.blocked(by.shop(), by.account(), at));
    }

    /** Asks, is answered by so many of a hundred within an hour, and goes on with so many of a hundred of those. */
    void talks(Met with, Instant at, String text, int answeredPercent, int goesOnPercent) {
        asks(with, at, text);
        if (!in(answeredPercent)) {
            return;
        }
        var answered = later(at, 20, 3600);
        isAnswered(with, answered);
        if (in(goesOnPercent)) {
            var again = later(answered, 5, 1800);
            asks(with, again, words());
            isAnswered(with, later(again, 5, 600));
        }
    }

    /** A text of its own. */
    String words() {
        return "Could you tell me about item " + Long.toString(chance.nextLong() >>> 1, 36) + " please";
    }

    String greeting() {
        return GREETINGS[between(0, GREETINGS.length - 1)];
    }

    void ordinary() {
        for (var times = between(1, 8); times > 0; times--) {
            talks(shops(1).get(0), moment(8, 24), words(), 70, 70);
        }
    }

    /** The same greeting to ten shops within minutes; half of them click the platform's own words. */
    void greetsTenShops() {
        var text = in(50) ? greeting() : PRESET;
        for (var times = between(1, 6); times > 0; times--) {
            var at = moment(8, 23);
            for (var shop : shops(10)) {
                at = later(at, 3, 30);
                talks(shop, at, text, 60, 40);
            }
        }
    }

    /** The same question of a product to several shops, to compare what they say. */
    void compares() {
        for (var times = between(1, 5); times > 0; times--) {
            var at = moment(8, 22);
            var question = words();
            for (var shop : shops(between(3, 20))) {
                at = later(at, 15, 240);
                talks(shop, at, question, 70, 60);
            }
        }
    }

    /** A request for quotations, sent to many at night, whom it answers another day if at all. */
    void asksForQuotations() {
        for (var times = between(1, 3); times > 0; times--) {
            var at = moment(0, 5);
            var request = words() + ", 500 pieces to Hamburg, FOB, with certificates";
            for (var shop : shops(between(12, 28))) {
                at = later(at, 25, 300);
                talks(shop, at, request, 30, 0);
            }
        }
    }

    /** Buys for others all day long. */
    void resells() {
        for (var day = 0; day < DAYS; day++) {
            var at = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
            for (var shop : shops(between(20, 80))) {
                at = later(at, 60, 700);
                talks(shop, at, words(), 70, 60);
            }
        }
    }

    /** Half of them on the day of their registration, and with several shops. */
    void quarrels() {
        var at = moment(8, 22);
        registeredAt = in(50) ? at : at.minus(Duration.ofDays(200));
        for (var shop : shops(between(1, 4))) {
            at = later(at, 5, 120);
            asks(shop, at, words());
            at = later(at, 5, 120);
            isAnswered(shop, at);
            at = later(at, 5, 120);
            asks(shop, at, "I want my money back, now!");
            at = later(at, 5, 120);
            isBlocked(shop, at);
        }
    }

    /** One shop blocks a question that it does not care for. */
    void isNewAndBlockedByOneShop() {
        registeredAt = moment(8, 22);
        var at = registeredAt;
        var shops = shops(between(1, 9));
        for (var shop : shops) {
            at = later(at, 30, 300);
            talks(shop, at, words(), 60, 60);
        }
        isBlocked(shops.get(0), later(registeredAt, 60, 3500));
    }

    void writesTwentyLines() {
        for (var times = between(2, 8); times > 0; times--) {
            var at = moment(8, 24);
            var shop = shops(1).get(0);
            for (var line = between(20, 60); line > 0; line--) {
                at = later(at, 1, 9);
                asks(shop, at, in(30) ? greeting() : words());
            }
        }
    }

    void writesAtNight() {
        for (var times = between(2, 8); times > 0; times--) {
            var at = moment(1, 5);
            for (var shop : shops(between(5, 12))) {
                at = later(at, 20, 200);
                asks(shop, at, words());
            }
        }
    }

    /** Writes to whatever accounts there are, each time something else. */
    void bursts() {
        var at = moment(0, 24);
        var shops = shops(between(40, 300));
        for (var shop : shops) {
            at = at.plusMillis(between(100, Math.min(9 * 60_000 / shops.size(), 12_000)));
            asks(shop, at, words());
        }
    }

    /** Its advertisement, to many shops over the day, some of which answer it. */
    void advertises() {
        var text = "Best followers for your shop, add me for " + words();
        var at = moment(0, 3);
        for (var shop : shops(between(60, 200))) {
            at = later(at, 20, 300);
            talks(shop, at, text, 20, 2);
        }
    }

    /** A new account for a few hours' advertisements, each time in other words. */
    void isThrownAway(int leastBlocking, int mostBlocking) {
        registeredAt = moment(8, 22);
        var at = registeredAt;
        var blocking = between(leastBlocking, mostBlocking);
        for (var shop : shops(between(10, 20))) {
            at = later(at, 10, 90);
            asks(shop, at, words());
            if (blocking-- > 0) {
                isBlocked(shop, later(at, 10, 600));
            }
        }
    }

    /** Stays below the figures: the same text to few shops a day. */
    void advertisesSlowly() {
        var text = "Best followers for your shop, add me for " + words();
        for (var day = 0; day < DAYS; day++) {
            var at = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(8));
            for (var shop : shops(between(5, 14))) {
                at = later(at, 60, 900);
                asks(shop, at, text);
            }
        }
    }

    /** Stays below the figures: one shop a minute, each time in other words. */
    void advertisesInOtherWords() {
        var at = moment(0, 12);
        for (var shop : shops(between(50, 200))) {
            at = later(at, 40, 80);
            asks(shop, at, words());
        }
    }
}
