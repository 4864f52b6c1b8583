package io.hourglass.chat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.chat.reading.AccountFigures;
import io.hourglass.chat.reading.ShopFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop's chat as it stands. */
record ShopView(
        String shop,
        @Schema(description = "Of the chat policy: natural days are days of this zone.") ZoneId zone,
        @Schema(description = "Today in that zone.") LocalDate day,
        @Schema(description = "The first instant of the next natural day.") Instant dayEnds,
        @Schema(description = "Of the latest date whose numbers are out.") ChatNumberView published,
        DayCountView yesterday,
        @Schema(description = "So far.") DayCountView today,
        @Schema(description = "By id; closed and merged ones too.") List<AccountFiguresView> accounts) {

    /** One of its accounts. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccountFiguresView(
            String account,
            @Schema(description = "As the marketplace calls it, if it does.") @Nullable String name,
            @Nullable Instant closedAt,
            @Schema(description = "The account that takes its place.") @Nullable String mergedInto,
            ChatNumberView published,
            DayCountView yesterday,
            DayCountView today) {

        static AccountFiguresView of(AccountFigures figures) {
            var account = figures.account();
            var into = account.mergedInto();
            return new AccountFiguresView(
                    account.id().value(),
                    account.name(),
                    account.closedAt(),
                    into == null ? null : into.value(),
                    ChatNumberView.of(figures.published()),
                    DayCountView.of(figures.yesterday()),
                    DayCountView.of(figures.today()));
        }
    }

    static ShopView of(ShopFigures.Shop shop) {
        return new ShopView(
                shop.id().value(),
                shop.zone(),
                shop.day(),
                shop.dayEnds(),
                ChatNumberView.of(shop.published()),
                DayCountView.of(shop.yesterday()),
                DayCountView.of(shop.today()),
                shop.accounts().stream().map(AccountFiguresView::of).toList());
    }
}
