package io.hourglass.chat.abnormal;

import io.hourglass.kernel.InvalidInput;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.immutables.value.Value;

/**
 * The figures of the rules by which accounts are found to be abnormal, of one version of the chat policy.
 *
 * @param burstAccounts so many different accounts are a burst, 2 to 1000
 * @param burstWithin elapsed time, a minute to a day
 * @param blockingShops so many different shops, 1 to 100; with 1 a single shop could take a buyer out of everybody's rate
 * @param blockedWithin elapsed time since the registration, a minute to a day
 * @param textShops so many different shops, 2 to 1000
 * @param textWithin elapsed time, a minute to a day
 * @param shortestText in letters and digits, 1 to 200; shorter texts are greetings, and are not compared
 * @param conversationPercent 1 to 100: a burst or a text acts only while fewer of those written to, in percent, were talked with
 * @param exemptDays 0 to 366: an account that was taken back is not caught by the same rule again for so long
 */
@Value.Builder
public record AbnormalFigures(
        int burstAccounts,
        Duration burstWithin,
        int blockingShops,
        Duration blockedWithin,
        int textShops,
        Duration textWithin,
        int shortestText,
        int conversationPercent,
        int exemptDays) {

    /** The longest time that a rule looks back. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MAX_ASKED = 1000;
    private static final int MAX_BLOCKING = 100;
    private static final int MAX_TEXT = 200;
    private static final int MAX_PERCENT = 100;
    private static final int MAX_EXEMPT = 366;

    /** What a first version says; a builder begins with it. */
    public static AbnormalFigures usual() {
        return builder().build();
    }

    public static AbnormalFiguresBuilder builder() {
        return new AbnormalFiguresBuilder()
                .burstAccounts(30)
                .burstWithin(Duration.ofMinutes(10))
                .blockingShops(2)
                .blockedWithin(Duration.ofHours(1))
                .textShops(40)
                .textWithin(LONGEST)
                .shortestText(12)
                .conversationPercent(5)
                .exemptDays(30);
    }

    /** @throws InvalidInput if a figure lies outside its bounds */
    public void check() {
        between("burstAccounts", burstAccounts, 2, MAX_ASKED);
        between("burstWithin", burstWithin);
        between("blockingShops", blockingShops, 1, MAX_BLOCKING);
        between("blockedWithin", blockedWithin);
        between("textShops", textShops, 2, MAX_ASKED);
        between("textWithin", textWithin);
        between("shortestText", shortestText, 1, MAX_TEXT);
        between("conversationPercent", conversationPercent, 1, MAX_PERCENT);
        between("exemptDays", exemptDays, 0, MAX_EXEMPT);
    }

    /** A buyer who wrote to fewer accounts within {@link #LONGEST}, and is blocked by fewer shops, is caught by no rule. */
    public int leastAsked() {
        return Math.min(burstAccounts, textShops);
    }

    /** What the rule asks for. */
    public Limit limit(AbnormalRule rule) {
        return switch (rule) {
            case BURST_WITHOUT_CONVERSATION -> new Limit(burstAccounts, burstWithin);
            case BLOCKED_AFTER_REGISTRATION -> new Limit(blockingShops, blockedWithin);
            case SAME_TEXT_TO_MANY_SHOPS -> new Limit(textShops, textWithin);
        };
    }

    /** Whether so few of those written to were talked with. */
    boolean isWithoutConversation(int conversations, int asked) {
        return MAX_PERCENT * conversations < conversationPercent * asked;
    }

    private static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput("abnormal." + field, value, least + " to " + most);
        }
    }

    private static void between(String field, Duration value) {
        if (value.compareTo(SHORTEST) < 0
                || value.compareTo(LONGEST) > 0
                || !value.equals(value.truncatedTo(ChronoUnit.MILLIS))) {
            throw new InvalidInput("abnormal." + field, value, SHORTEST + " to " + LONGEST + ", to the millisecond");
        }
    }
}
