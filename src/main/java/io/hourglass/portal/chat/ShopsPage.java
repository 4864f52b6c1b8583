package io.hourglass.portal.chat;

import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.ShopFigures;
import io.hourglass.chat.reading.ShopFigures.ShopInList;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The shops that chat, for operations and auditors. */
@Page
@RequestMapping("/chat")
class ShopsPage {

    private static final CsvList<Named<ShopRow>> FILE = CsvList.<Named<ShopRow>>named("chat-shops")
            .column("csv.supplierId", one -> one.row().id())
            .column("chat.shop", one -> one.called().supplier(one.row().id()))
            .column("published", one -> one.row().rate())
            .column("chat.answered", one -> one.row().answered())
            .column("csv.counted", one -> one.row().countable())
            .column("chat.asked.today", one -> one.row().today().asked())
            .column("chat.answered.today", one -> one.row().today().answered())
            .column("chat.open", one -> one.row().today().open());

    private final ShopFigures shops;
    private final SupplierChoice choices;
    private final PartyNames names;
    private final CsvFiles csv;

    ShopsPage(ShopFigures shops, SupplierChoice choices, PartyNames names, CsvFiles csv) {
        this.shops = shops;
        this.choices = choices;
        this.names = names;
        this.csv = csv;
    }

    /**
     * A shop in the list.
     *
     * @param rate in percent; null if nothing is published
     */
    record ShopRow(
            String id, @Nullable String rate, @Nullable Integer answered, @Nullable Integer countable, DayCount today) {

        static ShopRow of(ShopInList shop) {
            var number = shop.published().number();
            return new ShopRow(
                    shop.id().value(),
                    RateShown.rate(shop.published()),
                    number == null ? null : number.timely(),
                    number == null ? null : number.countable(),
                    shop.today());
        }
    }

    /** A shop that is chosen by its name or id shows at once. */
    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var choice = choices.of(supplier, chosen);
        var shop = choice.id();
        if (shop != null) {
            return new ModelAndView(SeeOther.to("/suppliers/" + PathSegment.of(shop.value()) + "/chat"));
        }
        var found = rows(new PageQuery(page, ShopPage.SIZE));
        return new ModelAndView("supplier/chat-shops")
                .addObject("choice", choice)
                .addObject("rows", found.items())
                .addObject("paging", Pager.of(found));
    }

    @GetMapping(params = CsvList.ASKED)
    void file(HttpServletResponse response) throws IOException {
        csv.send(FILE, part -> rows(part).map(some -> names.named(some, one -> null, ShopRow::id)), response);
    }

    private ListPage<ShopRow> rows(PageQuery page) {
        return shops.all(page).map(some -> some.stream().map(ShopRow::of).toList());
    }
}
