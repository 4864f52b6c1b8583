package io.hourglass.portal.chat;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.AccountFigures;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.RateHistory.Day;
import io.hourglass.chat.reading.ShopFigures.Shop;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.supplier.SupplierPageSupport;
import io.hourglass.portal.supplier.SuppliersPage;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An account of a shop: its number, its days, and the consultations of one of them. */
@Page
@RequestMapping("/suppliers/{supplier}/chat/accounts/{account}")
class ChatAccountPage extends SuppliersPage {

    private static final int DAYS = 30;

    private static final CsvList<Day> DAYS_FILE = CsvList.<Day>named("chat-days")
            .column("trace.day", Day::day)
            .column("chat.asked", day -> day.counts().asked())
            .column("chat.answered", day -> day.counts().answered())
            .column("chat.unanswered", day -> day.counts().unanswered())
            .column("chat.open", day -> day.counts().open())
            .column("chat.excluded", day -> day.counts().excluded())
            .words("chat.day.locked", "chat.day.locked.", Day::settled);

    private final SupplierPageSupport pages;
    private final ShopReading shops;
    private final PartyNames names;
    private final CsvFiles csv;

    ChatAccountPage(SupplierPageSupport pages, ShopReading shops, PartyNames names, CsvFiles csv) {
        this.pages = pages;
        this.shops = shops;
        this.names = names;
        this.csv = csv;
    }

    /**
     * @param day whose consultations are shown; null for today
     * @param state of these, those alone; null for all
     * @param days of the trend
     */
    @GetMapping
    ModelAndView show(
            @PathVariable String supplier,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable ChatState state,
            @RequestParam(defaultValue = ShopPage.TREND_DAYS) @Range(min = 1, max = ShopPage.LONGEST_TREND) int days,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var own = new SupplierId(supplier);
        var answer = pages.page("chat-account", own, HttpStatus.OK);
        var shop = shops.shop(own);
        var figures = account(shop, account);
        var sought = sought(shop, figures, day, state);
        var found = shops.consultations(shop, sought, new PageQuery(page, ShopPage.SIZE));
        return answer.addObject("shop", shop)
                .addObject("row", AccountRow.of(figures))
                .addObject("shown", shops.rate(figures))
                .addObject("today", figures.today())
                .addObject("days", days)
                .addObject("spans", ShopReading.spans(days))
                .addObject("trend", shops.trend(own, figures.account(), days))
                .addObject("byDay", shops.days(own, figures.account(), DAYS))
                .addObject("day", sought.day())
                .addObject("chips", chips(state, shops.counts(sought)))
                .addObject("found", found.items())
                .addObject("paging", Pager.of(found).at("consultations"));
    }

    @GetMapping(params = CsvList.ASKED)
    void consultations(
            @PathVariable String supplier,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable ChatState state,
            HttpServletResponse response)
            throws IOException {
        var shop = shops.shop(new SupplierId(supplier));
        var sought = sought(shop, account(shop, account), day, state);
        csv.send(
                ConsultationRow.FILE,
                part -> shops.consultations(shop, sought, part)
                        .map(some -> names.named(some, ConsultationRow::buyer, one -> null)),
                response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "days"})
    void days(@PathVariable String supplier, @PathVariable String account, HttpServletResponse response)
            throws IOException {
        var own = new SupplierId(supplier);
        var days = shops.days(own, account(shops.shop(own), account).account(), DAYS);
        csv.send(DAYS_FILE, part -> part.cut(days), response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "trend"})
    void trend(
            @PathVariable String supplier,
            @PathVariable String account,
            @RequestParam(defaultValue = ShopPage.TREND_DAYS) @Range(min = 1, max = ShopPage.LONGEST_TREND) int days,
            HttpServletResponse response)
            throws IOException {
        var own = new SupplierId(supplier);
        var trend = shops.trend(own, account(shops.shop(own), account).account(), days);
        csv.send(TrendDay.FILE, part -> part.cut(trend), response);
    }

    private static Sought sought(
            Shop shop, AccountFigures figures, @Nullable LocalDate day, @Nullable ChatState state) {
        return new Sought(shop.id(), figures.account().id(), day == null ? shop.day() : day, state);
    }

    private static AccountFigures account(Shop shop, String account) {
        var id = new AccountId(account);
        return shop.accounts().stream()
                .filter(one -> one.account().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("account", account));
    }

    private static Chips chips(@Nullable ChatState state, DayCount counts) {
        var chips = Chips.by("state", state).at("consultations");
        for (var one : List.of(ChatState.OPEN, ChatState.UNANSWERED, ChatState.ANSWERED, ChatState.EXCLUDED)) {
            chips.add(one.name(), "chat.state." + one, counts.of(one));
        }
        return chips;
    }
}
