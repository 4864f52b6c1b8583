package io.hourglass.chat.reading;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.counts.DayBucket;
import io.hourglass.rate.counts.DayBuckets;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the rate of a shop, or of one of its accounts, has been, and what its days were. */
@Component
@Transactional(readOnly = true)
public class RateHistory {

    private final Publications publications;
    private final PublicationDates dates;
    private final DayBuckets buckets;
    private final BookDays days;
    private final BookedConsultations booked;
    private final ChatAccounts accounts;

    RateHistory(
            Publications publications,
            PublicationDates dates,
            DayBuckets buckets,
            BookDays days,
            BookedConsultations booked,
            ChatAccounts accounts) {
        this.publications = publications;
        this.dates = dates;
        this.buckets = buckets;
        this.days = days;
        this.booked = booked;
        this.accounts = accounts;
    }

    /** @param number the latest revision; null where none was published on that date */
    public record Published(LocalDate on, @Nullable PublishedNumber number) {}

    /** @param settled whether the day is locked: its counts stand */
    public record Day(LocalDate day, DayCount counts, boolean settled) {}

    /**
     * The published numbers up to the latest date whose numbers are out, a row for each date, the earliest first.
     *
     * @param account null for the shop
     * @param count how many dates
     * @throws NotFound if the shop has no accounts, or none of that id
     */
    public List<Published> trend(SupplierId shop, @Nullable AccountId account, int count) {
        var subject = subject(shop, account);
        var last = dates.latest(ConsultationId.CHAT);
        var first = last.minusDays(count - 1L);
        Map<LocalDate, PublishedNumber> latest = publications.revisions(subject, first, last).stream()
                .collect(toMap(PublishedNumber::publishedOn, number -> number, (earlier, later) -> later));
        return first.datesUntil(last.plusDays(1))
                .map(on -> new Published(on, latest.get(on)))
                .toList();
    }

    /**
     * The last days up to today, the latest first.
     *
     * @param account null for the shop
     * @param count how many
     * @throws NotFound if the shop has no accounts, or none of that id
     */
    public List<Day> days(SupplierId shop, @Nullable AccountId account, int count) {
        var subject = subject(shop, account);
        var today = dates.today(ConsultationId.CHAT);
        var first = today.minusDays(count - 1L);
        var firstOpen = days.firstUnsettled(ConsultationId.CHAT)
                .filter(day -> !day.isAfter(today))
                .map(day -> day.isBefore(first) ? first : day)
                .orElse(today);
        var settled = buckets.of(subject, first, firstOpen.minusDays(1)).stream()
                .collect(toMap(DayBucket::day, bucket -> DayCount.of(bucket.counts()::of)));
        var open = open(shop, account, firstOpen, today);
        return first.datesUntil(today.plusDays(1))
                .sorted(Comparator.reverseOrder())
                .map(day -> day.isBefore(firstOpen)
                        ? new Day(day, settled.getOrDefault(day, DayCount.NONE), true)
                        : new Day(day, open.getOrDefault(day, DayCount.NONE), false))
                .toList();
    }

    private Map<LocalDate, DayCount> open(
            SupplierId shop, @Nullable AccountId account, LocalDate from, LocalDate today) {
        var byAccount = booked.counts(shop, from, today, today);
        return from.datesUntil(today.plusDays(1))
                .collect(toMap(
                        day -> day,
                        day -> DayCount.sum(byAccount.entrySet().stream()
                                .filter(one -> account == null || one.getKey().equals(account))
                                .map(one -> one.getValue().getOrDefault(day, DayCount.NONE))
                                .toList())));
    }

    private Subject subject(SupplierId shop, @Nullable AccountId account) {
        DaysConsultations.requireKnown(accounts, shop, account);
        return account == null ? ShopFigures.subject(shop) : ChatAccount.subject(account);
    }
}
