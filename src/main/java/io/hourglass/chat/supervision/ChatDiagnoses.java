package io.hourglass.chat.supervision;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.diagnosis.ChatDiagnosis;
import io.hourglass.chat.diagnosis.DayShadow;
import io.hourglass.chat.diagnosis.HandledConsultation;
import io.hourglass.chat.diagnosis.Share;
import io.hourglass.chat.diagnosis.Span;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why the chat reply rate of a shop or of one of its accounts fell, and its tables. */
@Component
@Transactional(readOnly = true)
public class ChatDiagnoses {

    /** Days of a span, at most. */
    public static final int LONGEST = 31;

    /** Days of a table, at most. */
    public static final int LONGEST_TABLE = 92;

    private static final int USUAL = 7;

    /** As many days show what is usual. */
    private static final int SEEN = 60;

    private final HandledConsultations handled;
    private final ChatAccounts accounts;
    private final ChatPolicies policies;
    private final Clock clock;

    ChatDiagnoses(HandledConsultations handled, ChatAccounts accounts, ChatPolicies policies, Clock clock) {
        this.handled = handled;
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Whose chat is looked at.
     *
     * @param account null for the whole shop
     */
    public record Whose(SupplierId shop, @Nullable AccountId account) {

        boolean includes(HandledConsultation one) {
            return account == null || one.account().equals(account);
        }
    }

    /**
     * @param on the date of the number on which the shadows fall, the latest that is out
     * @param shadows of the days under it, in their order
     * @param zone by whose wall clock hours are told
     */
    public record Diagnosed(
            ChatDiagnosis diagnosis, LocalDate on, List<DayShadow> shadows, Pictures pictures, ZoneId zone) {}

    /**
     * What is drawn beside it.
     *
     * @param days of the span and the one before, each with its share
     * @param hours of the day, 0 to 23: what opened in each within the span
     */
    public record Pictures(SortedMap<LocalDate, Share> days, List<Share> hours) {

        static Pictures of(Span span, List<HandledConsultation> some, ZoneId zone) {
            var days = new TreeMap<LocalDate, Share>();
            var known = Share.byDay(some);
            span.before()
                    .from()
                    .datesUntil(span.to().plusDays(1))
                    .forEach(day -> days.put(day, known.getOrDefault(day, new Share(0, 0))));
            var within = some.stream().filter(one -> span.contains(one.day())).toList();
            return new Pictures(days, Share.byHour(within, zone));
        }
    }

    /**
     * @param from null for six days before {@code to}
     * @param to null for yesterday
     * @throws InvalidInput if it ends before it begins
     */
    public Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? today().minusDays(1) : to;
        var first = from == null ? last.minusDays(USUAL - 1L) : from;
        if (last.isBefore(first)) {
            throw new InvalidInput("to", last, first + " or later, which is from");
        }
        return new Span(first, last);
    }

    /**
     * @param span up to today, of at most 31 days
     * @throws NotFound if the shop has no such account
     * @throws InvalidInput if the span is longer, or goes on after today
     */
    public Diagnosed of(Whose whose, Span span) {
        check(whose, span, LONGEST);
        var on = numbersOut();
        var window = policies.calendar().day(on.minusDays(1)).policy().days().rateWindowDays();
        var first = earliest(earliest(span.before().from(), span.to().minusDays(SEEN - 1L)), on.minusDays(window));
        var all = handled.of(whose.shop(), first, latest(span.to(), on.minusDays(1)));
        var zone = policies.calendar().day(today()).policy().days().zone();
        var account = whose.account();
        var own = all.stream().filter(whose::includes).toList();
        return new Diagnosed(
                account == null
                        ? ChatDiagnosis.ofShop(span, all, zone)
                        : ChatDiagnosis.ofAccount(account, span, all, zone),
                on,
                DayShadow.of(Share.byDay(own), on, window),
                Pictures.of(span, own, zone),
                zone);
    }

    /** @throws InvalidInput if the span has more than 92 days, or goes on after today */
    public List<AccountTally> daily(Whose whose, Span span) {
        return AccountTally.daily(some(whose, span));
    }

    /** Of whole weeks and of what the span has of others. */
    public List<AccountTally> weekly(Whose whose, Span span) {
        return AccountTally.weekly(some(whose, span));
    }

    private List<HandledConsultation> some(Whose whose, Span span) {
        check(whose, span, LONGEST_TABLE);
        return handled.of(whose.shop(), span.from(), span.to()).stream()
                .filter(whose::includes)
                .toList();
    }

    private void check(Whose whose, Span span, int longest) {
        var account = whose.account();
        if (account != null
                && accounts.find(account)
                        .filter(one -> one.shop().equals(whose.shop()))
                        .isEmpty()) {
            throw new NotFound("account", account.value());
        }
        if (span.days() > longest) {
            throw new InvalidInput("from", span.from(), "at most " + longest + " days up to " + span.to());
        }
        if (span.to().isAfter(today())) {
            throw new InvalidInput("to", span.to(), "today or before; it is " + today() + " there");
        }
    }

    /** The latest date whose numbers are out, once the day before is locked. */
    private LocalDate numbersOut() {
        var now = clock.instant();
        var today = policies.calendar().dayOf(now);
        var closed = policies.calendar().day(today.minusDays(1)).booksClose();
        return now.isBefore(closed) ? today.minusDays(1) : today;
    }

    private LocalDate today() {
        return policies.calendar().dayOf(clock.instant());
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
