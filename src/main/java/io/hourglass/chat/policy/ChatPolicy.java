package io.hourglass.chat.policy;

import io.hourglass.chat.abnormal.AbnormalFigures;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.days.DayRules;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of chat. A consultation is judged by the version in force on its day.
 *
 * @param version 1 for the first
 * @param days natural days (C1, C5); when their books close is asked of {@link ChatCalendar}
 * @param closesAt the wall clock of the next day at which a day's books close
 * @param abnormal figures of the rules by which accounts of buyers are found to be abnormal (C11)
 * @param counting whose messages are answers, from {@code author-kinds.dmn} (C2, C3)
 */
public record ChatPolicy(
        int version, DayRules days, LocalTime closesAt, AbnormalFigures abnormal, Set<AuthorKind> counting) {

    public ChatPolicy {
        counting = Set.copyOf(counting);
    }

    public ChatPolicy withDays(DayRules others) {
        return new ChatPolicy(version, others, closesAt, abnormal, counting);
    }

    /** Whether messages by this kind of author are answers. */
    public boolean countsBy(@Nullable AuthorKind author) {
        return author != null && counting.contains(author);
    }
}
