package io.hourglass.chat.judging;

import io.hourglass.chat.policy.ChatDay;
import io.hourglass.kernel.Messages;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.time.ZonedFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a consultation stands as it does, in words: its instants, and no ids. */
public final class ChatExplanation {

    private ChatExplanation() {}

    /**
     * @param deciding the fact that decided; null if none did, or it is not known any more
     * @param locale Chinese, or else English
     * @param zone in which instants are shown
     */
    public static String of(ChatJudgement judgement, @Nullable Fact deciding, ChatDay day, Locale locale, ZoneId zone) {
        var format = new ZonedFormat(zone, locale);
        var words = Messages.of("io.hourglass.chat.judging.explanations", locale);
        return new MessageFormat(words.getString(judgement.rule().name()), locale).format(new Object[] {
            shown(judgement.openedAt(), format),
            shown(deciding == null ? null : deciding.occurredAt(), format),
            format.exact(day.end()),
            format.exact(day.booksClose()),
            Integer.toString(judgement.policyVersion())
        });
    }

    private static String shown(@Nullable Instant instant, ZonedFormat format) {
        return instant == null ? "–" : format.exact(instant);
    }
}
