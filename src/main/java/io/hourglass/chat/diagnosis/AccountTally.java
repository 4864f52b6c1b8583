package io.hourglass.chat.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an account did with the consultations of a day or a week (C16): a row of its table.
 *
 * @param from the day, or the Monday of the week
 * @param byState how many, of each state that there is; without those that are no consultation
 * @param byAuthor by which kinds of authors they were answered
 */
public record AccountTally(
        LocalDate from, AccountId account, Map<ChatState, Integer> byState, Map<AuthorKind, Integer> byAuthor) {

    public AccountTally {
        byState = Collections.unmodifiableMap(byState);
        byAuthor = Collections.unmodifiableMap(byAuthor);
    }

    /** In the order of days, then of accounts. */
    public static List<AccountTally> daily(Collection<HandledConsultation> some) {
        return tallies(some, day -> day);
    }

    /** By the weeks of ISO 8601. */
    public static List<AccountTally> weekly(Collection<HandledConsultation> some) {
        return tallies(some, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Such as 2026-W09. */
    public static String isoWeek(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<AccountTally> tallies(Collection<HandledConsultation> some, UnaryOperator<LocalDate> from) {
        return some.stream()
                .filter(one -> one.state().isOne())
                .collect(groupingBy(
                        one -> from.apply(one.day()),
                        TreeMap::new,
                        groupingBy(HandledConsultation::account, TreeMap::new, toList())))
                .entrySet()
                .stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(account -> of(day.getKey(), account.getKey(), account.getValue())))
                .toList();
    }

    private static AccountTally of(LocalDate from, AccountId account, List<HandledConsultation> some) {
        var byState = new EnumMap<ChatState, Integer>(ChatState.class);
        var byAuthor = new EnumMap<AuthorKind, Integer>(AuthorKind.class);
        some.forEach(one -> {
            byState.merge(one.state(), 1, Integer::sum);
            var author = one.answeredBy();
            if (author != null) {
                byAuthor.merge(author, 1, Integer::sum);
            }
        });
        return new AccountTally(from, account, byState, byAuthor);
    }

    /** All that opened. */
    public int asked() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int number(ChatState state) {
        return byState.getOrDefault(state, 0);
    }

    public int number(AuthorKind author) {
        return byAuthor.getOrDefault(author, 0);
    }

    /** Its rate. */
    public Share share() {
        return new Share(number(ChatState.ANSWERED), number(ChatState.ANSWERED) + number(ChatState.UNANSWERED));
    }
}
