package io.hourglass.portal.chat;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.reading.AccountFigures;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.DaysConsultations;
import io.hourglass.chat.reading.RateHistory;
import io.hourglass.chat.reading.ShopFigures;
import io.hourglass.chat.reading.ShopFigures.Shop;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.provisional.ProvisionalFigures;
import io.hourglass.web.PresentAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of a shop and of its accounts show, and their files. */
@Component
class ShopReading {

    private final ShopFigures figures;
    private final DaysConsultations consultations;
    private final RateHistory history;
    private final ProvisionalFigures provisional;

    ShopReading(
            ShopFigures figures, DaysConsultations consultations, RateHistory history, ProvisionalFigures provisional) {
        this.figures = figures;
        this.consultations = consultations;
        this.history = history;
        this.provisional = provisional;
    }

    boolean chats(SupplierId shop) {
        return figures.isKnown(shop);
    }

    Shop shop(SupplierId shop) {
        return figures.of(shop);
    }

    RateShown rate(Shop shop) {
        return RateShown.of(shop.published(), provisional.of(ShopFigures.subject(shop.id())));
    }

    RateShown rate(AccountFigures account) {
        return RateShown.of(
                account.published(), provisional.of(account.account().subject()));
    }

    /** Not only those that are open. */
    ListPage<ConsultationRow> consultations(Shop shop, Sought sought, PageQuery page) {
        var accounts = shop.accounts().stream()
                .map(AccountFigures::account)
                .collect(toMap(account -> account.id().value(), identity(), (one, same) -> one));
        return consultations.on(sought, page).map(some -> some.stream()
                .map(one -> ConsultationRow.of(one, accounts))
                .toList());
    }

    DayCount counts(Sought sought) {
        return consultations.counts(sought);
    }

    /**
     * How many days of a trend may be chosen.
     *
     * @param address of the present page with them
     */
    record Span(int days, String address, boolean chosen) {}

    static List<Span> spans(int chosen) {
        return Stream.of(30, 90)
                .map(days -> new Span(
                        days, PresentAddress.narrowed("days", Integer.toString(days)) + "#trend", days == chosen))
                .toList();
    }

    List<TrendDay> trend(SupplierId shop, @Nullable ChatAccount account, int days) {
        return history.trend(shop, id(account), days).stream().map(TrendDay::of).toList();
    }

    List<RateHistory.Day> days(SupplierId shop, @Nullable ChatAccount account, int days) {
        return history.days(shop, id(account), days);
    }

    private static @Nullable AccountId id(@Nullable ChatAccount account) {
        return account == null ? null : account.id();
    }
}
