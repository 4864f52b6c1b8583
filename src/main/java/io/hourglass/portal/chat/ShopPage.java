package io.hourglass.portal.chat;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.ShopFigures.Shop;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
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
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A shop's chat: what is to be answered today, the rate, and each of its accounts. */
@Page
@RequestMapping("/suppliers/{supplier}/chat")
class ShopPage extends SuppliersPage {

    static final int SIZE = 20;
    static final String TREND_DAYS = "30";
    static final int LONGEST_TREND = 90;

    private final SupplierPageSupport pages;
    private final ShopReading shops;
    private final PartyNames names;
    private final CsvFiles csv;

    ShopPage(SupplierPageSupport pages, ShopReading shops, PartyNames names, CsvFiles csv) {
        this.pages = pages;
        this.shops = shops;
        this.names = names;
        this.csv = csv;
    }

    /**
     * @param account whose open consultations are shown; null for all
     * @param days of the trend
     */
    @GetMapping
    ModelAndView show(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = TREND_DAYS) @Range(min = 1, max = LONGEST_TREND) int days,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var own = new SupplierId(supplier);
        var answer = pages.page("chat", own, HttpStatus.OK);
        if (!shops.chats(own)) {
            return answer;
        }
        var shop = shops.shop(own);
        var open = open(shop, account, new PageQuery(page, SIZE));
        return answer.addObject("shop", shop)
                .addObject("today", shop.today())
                .addObject("shown", shops.rate(shop))
                .addObject("chips", chips(shop, account))
                .addObject("open", open.items())
                .addObject("paging", Pager.of(open).at("open"))
                .addObject(
                        "accounts", shop.accounts().stream().map(AccountRow::of).toList())
                .addObject("days", days)
                .addObject("spans", ShopReading.spans(days))
                .addObject("trend", shops.trend(own, null, days));
    }

    @GetMapping(params = CsvList.ASKED)
    void open(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable String account,
            HttpServletResponse response)
            throws IOException {
        var shop = shops.shop(new SupplierId(supplier));
        csv.send(
                ConsultationRow.FILE,
                part -> open(shop, account, part).map(some -> names.named(some, ConsultationRow::buyer, one -> null)),
                response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "accounts"})
    void accounts(@PathVariable String supplier, HttpServletResponse response) throws IOException {
        var rows = shops.shop(new SupplierId(supplier)).accounts().stream()
                .map(AccountRow::of)
                .toList();
        csv.send(AccountRow.FILE, part -> part.cut(rows), response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "trend"})
    void trend(
            @PathVariable String supplier,
            @RequestParam(defaultValue = TREND_DAYS) @Range(min = 1, max = LONGEST_TREND) int days,
            HttpServletResponse response)
            throws IOException {
        var trend = shops.trend(new SupplierId(supplier), null, days);
        csv.send(TrendDay.FILE, part -> part.cut(trend), response);
    }

    private ListPage<ConsultationRow> open(Shop shop, @Nullable String account, PageQuery page) {
        var one = account == null ? null : new AccountId(account);
        return shops.consultations(shop, new Sought(shop.id(), one, shop.day(), ChatState.OPEN), page);
    }

    private static Chips chips(Shop shop, @Nullable String account) {
        var chips = Chips.by("account", account).at("open");
        shop.accounts().stream()
                .map(AccountRow::of)
                .forEach(row -> chips.addNamed(row.id(), row.name(), row.today().open()));
        return chips;
    }
}
