package io.hourglass.chat.reading;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.Publications;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chat reply rate of a shop and of each of its accounts, with what yesterday was and what today is so far. */
@Component
@Transactional(readOnly = true)
public class ShopFigures {

    private final BookedConsultations booked;
    private final ChatAccounts accounts;
    private final Publications publications;
    private final ChatPolicies policies;
    private final Clock clock;

    ShopFigures(
            BookedConsultations booked,
            ChatAccounts accounts,
            Publications publications,
            ChatPolicies policies,
            Clock clock) {
        this.booked = booked;
        this.accounts = accounts;
        this.publications = publications;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A shop.
     *
     * @param zone whose natural days count today
     * @param day today in it
     * @param dayEnds when it ends
     * @param published of the latest date whose numbers are out
     * @param accounts ordered by id; closed and merged ones too
     */
    public record Shop(
            SupplierId id,
            ZoneId zone,
            LocalDate day,
            Instant dayEnds,
            Publication published,
            List<AccountFigures> accounts) {

        public DayCount yesterday() {
            return DayCount.sum(accounts.stream().map(AccountFigures::yesterday).toList());
        }

        public DayCount today() {
            return DayCount.sum(accounts.stream().map(AccountFigures::today).toList());
        }
    }

    /** A shop in the list of all. */
    public record ShopInList(SupplierId id, Publication published, DayCount today) {}

    /** Whether the shop chats: it has accounts. */
    public boolean isKnown(SupplierId shop) {
        return !accounts.of(shop).isEmpty();
    }

    /** @throws NotFound if the shop has no accounts */
    public Shop of(SupplierId shop) {
        var own = accounts.of(shop);
        if (own.isEmpty()) {
            throw new NotFound("shop", shop.value());
        }
        var day = policies.calendar().day(policies.calendar().dayOf(clock.instant()));
        var subjects = Stream.concat(Stream.of(subject(shop)), own.stream().map(ChatAccount::subject))
                .toList();
        var published = publications.latest(ConsultationId.CHAT, subjects);
        var counts = booked.counts(shop, day.date().minusDays(1), day.date(), day.date());
        return new Shop(
                shop,
                day.policy().days().zone(),
                day.date(),
                day.end(),
                published.get(0),
                IntStream.range(0, own.size())
                        .mapToObj(at -> figures(own.get(at), published.get(at + 1), counts, day.date()))
                        .toList());
    }

    private static AccountFigures figures(
            ChatAccount account,
            Publication published,
            Map<AccountId, Map<LocalDate, DayCount>> counts,
            LocalDate today) {
        var own = counts.getOrDefault(account.id(), Map.of());
        return new AccountFigures(
                account,
                published,
                own.getOrDefault(today.minusDays(1), DayCount.NONE),
                own.getOrDefault(today, DayCount.NONE));
    }

    /** All shops that have accounts, ordered by id. */
    public ListPage<ShopInList> all(PageQuery page) {
        return page.from(booked::shops).map(this::listed);
    }

    private List<ShopInList> listed(List<SupplierId> shops) {
        if (shops.isEmpty()) {
            return List.of();
        }
        var today = policies.calendar().dayOf(clock.instant());
        var published = publications.latest(
                ConsultationId.CHAT, shops.stream().map(ShopFigures::subject).toList());
        var counts = booked.counts(shops, today, today);
        return IntStream.range(0, shops.size())
                .mapToObj(at -> new ShopInList(
                        shops.get(at), published.get(at), counts.getOrDefault(shops.get(at), DayCount.NONE)))
                .toList();
    }

    public static Subject subject(SupplierId shop) {
        return new Subject(ConsultationId.CHAT, shop.value());
    }
}
