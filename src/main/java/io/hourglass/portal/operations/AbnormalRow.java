package io.hourglass.portal.operations;

import io.hourglass.chat.abnormal.Catch;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.kernel.time.SpanFormat;
import java.time.Duration;
import java.util.Locale;

/**
 * An abnormal account as it is listed.
 *
 * @param rule what it was caught by
 * @param why what the rule saw; empty for a mark by hand
 */
record AbnormalRow(CaughtAccount account, String rule, String why) {

    private static final String KEYS = "abnormal.rule.";

    static AbnormalRow of(CaughtAccount account, Words words, Locale locale) {
        var caught = account.caught();
        return caught == null
                ? new AbnormalRow(account, words.say(KEYS + "BY_HAND", locale), "")
                : new AbnormalRow(account, words.say(KEYS + caught.rule(), locale), why(caught, words, locale));
    }

    private static String why(Catch caught, Words words, Locale locale) {
        var seen = caught.seen();
        return words.say(
                KEYS + caught.rule() + ".why",
                locale,
                seen.counted(),
                SpanFormat.of(Duration.between(seen.since(), caught.at()), locale),
                seen.conversations(),
                caught.limit().least(),
                SpanFormat.of(caught.limit().within(), locale));
    }

    public String buyer() {
        return account.buyer().value();
    }
}
