package io.hourglass.chaos.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * How large a run is, and how its simulated time passes.
 *
 * @param chats each with some messages and what else happens in it
 * @param receiptDays simulated days in which inquiries are received
 * @param day real time for a simulated day
 * @param lock real time for which the engine's lock on a job lasts
 * @param jvm options of a node's JVM
 */
public record Scale(
        String name,
        int inquiries,
        int chats,
        int receiptDays,
        int nodes,
        int senders,
        int kills,
        Duration day,
        Duration lock,
        List<String> jvm) {

    /** A Monday, eight in the morning in Shanghai. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Of a day's books of chat, on the next day. */
    public static final LocalTime CHAT_CLOSES_AT = LocalTime.of(6, 0);

    public static final Duration REPLY_WITHIN = Duration.ofDays(3);
    public static final Duration OFFER_STAYS_FOR = Duration.ofHours(60);

    /** More than the five days after which books close, and the five and a half after which offers expire. */
    private static final Duration AFTER_LAST_RECEIPT = Duration.ofDays(6);

    /** When the last receipts still wait for their replies, the chats go on. */
    private static final Duration CHAT_AFTER_LAST_RECEIPT = Duration.ofDays(4);

    /** A node that is killed every half minute has to start in half the time. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> LONG_LIVED = List.of("-Xmx512m");

    private static final Scale FULL = new Scale(
            "full", 24_600, 8_000, 12, 3, 24, 50, Duration.ofSeconds(65), Duration.ofSeconds(40), SHORT_LIVED);
    private static final Scale SMOKE =
            new Scale("smoke", 1_100, 400, 3, 3, 24, 5, Duration.ofSeconds(6), Duration.ofSeconds(20), SHORT_LIVED);

    /** More senders than a node has threads, and a day as short as none can keep up with. */
    private static final Scale SOAK = new Scale(
            "soak", 350_000, 40_000, 12, 1, 400, 0, Duration.ofSeconds(15), Duration.ofSeconds(60), LONG_LIVED);

    /** @throws IllegalArgumentException if there is no such mode */
    public static Scale of(String mode) {
        return switch (mode) {
            case "full" -> FULL;
            case "smoke" -> SMOKE;
            case "soak" -> SOAK;
            default -> throw new IllegalArgumentException("chaos.mode is full, smoke or soak, not " + mode);
        };
    }

    /** Whether a single node is overloaded for long instead of many being killed. */
    public boolean isSoak() {
        return kills == 0;
    }

    /** Whether it is the short run, which kills a node with a file of its own as well. */
    public boolean isSmoke() {
        return name.equals("smoke");
    }

    /** Simulated time for each unit of real time. */
    public double pace() {
        return (double) Duration.ofDays(1).toMillis() / day.toMillis();
    }

    public Duration simulated(Duration real) {
        return Duration.ofMillis(Math.round(real.toMillis() * pace()));
    }

    /** How long that much simulated time takes, if nothing holds it up. */
    public Duration real(Duration simulated) {
        return Duration.ofMillis(Math.round(simulated.toMillis() / pace()));
    }

    public Instant lastReceipt() {
        return START.plus(Duration.ofDays(receiptDays));
    }

    public Instant lastChat() {
        return lastReceipt().plus(CHAT_AFTER_LAST_RECEIPT);
    }

    /** By then every book day of the receipts has closed and every offer has expired. */
    public Instant end() {
        return lastReceipt().plus(AFTER_LAST_RECEIPT);
    }
}
