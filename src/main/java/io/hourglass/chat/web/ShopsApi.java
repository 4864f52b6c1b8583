package io.hourglass.chat.web;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.DaysConsultations;
import io.hourglass.chat.reading.RateHistory;
import io.hourglass.chat.reading.ShopFigures;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shops read of their chat. */
@RestController
@RequestMapping("/api/chat/shops")
@Tag(name = "Chat")
@Transactional(readOnly = true)
class ShopsApi {

    private static final String ACCOUNT = "Of this account alone; of the whole shop if left out.";

    private final ShopFigures figures;
    private final DaysConsultations consultations;
    private final RateHistory history;
    private final Clock clock;

    ShopsApi(ShopFigures figures, DaysConsultations consultations, RateHistory history, Clock clock) {
        this.figures = figures;
        this.consultations = consultations;
        this.history = history;
        this.clock = clock;
    }

    /** A shop in the list of all. */
    record ShopInListView(String shop, ChatNumberView published, @Schema(description = "So far.") DayCountView today) {

        static ShopInListView of(ShopFigures.ShopInList shop) {
            return new ShopInListView(
                    shop.id().value(), ChatNumberView.of(shop.published()), DayCountView.of(shop.today()));
        }
    }

    @GetMapping
    @Operation(
            summary = "The shops that chat",
            description = "By id, each with its published number and its day so far.")
    List<ShopInListView> all(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return figures.all(new PageQuery(page, size)).items().stream()
                .map(ShopInListView::of)
                .toList();
    }

    @GetMapping("/{supplier}")
    @Operation(
            summary = "A shop's chat as it stands",
            description = "Published numbers, yesterday, and today so far: of the shop and of each of its accounts.")
    ShopView shop(@PathVariable String supplier) {
        return ShopView.of(figures.of(new SupplierId(supplier)));
    }

    @GetMapping("/{supplier}/consultations")
    @Operation(
            summary = "A shop's consultations of a day",
            description = "The earliest opened first. With `state=OPEN`, those that still can be answered today.")
    ConsultationsView consultations(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "Today in the zone of the chat policy if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate day,
            @RequestParam(required = false) @Nullable ChatState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        var sought = new Sought(
                new SupplierId(supplier), accountOf(account), day == null ? consultations.today() : day, state);
        return ConsultationsView.of(consultations.on(sought, new PageQuery(page, size)), clock.instant());
    }

    @GetMapping("/{supplier}/history")
    @Operation(
            summary = "What a chat reply rate has been",
            description = "The published numbers by date, and the counts of the days up to today.")
    HistoryView history(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "How many dates, and how many days.")
                    @RequestParam(defaultValue = "30")
                    @Range(min = 1, max = 366)
                    int days) {
        var shop = new SupplierId(supplier);
        var one = accountOf(account);
        return HistoryView.of(history.trend(shop, one, days), history.days(shop, one, days));
    }

    private static @Nullable AccountId accountOf(@Nullable String account) {
        return account == null ? null : new AccountId(account);
    }
}
