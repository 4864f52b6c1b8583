package io.hourglass.chat.web;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.Recount;
import io.hourglass.rate.numbers.Publications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published chat reply rate of a shop and of each of its accounts, what is behind it, and whether it still adds up. */
@RestController
@RequestMapping("/api/chat/shops/{supplier}")
@Tag(name = "Chat")
class ShopNumbersApi {

    private static final String ON = "The date of publication; today in the marketplace zone if left out.";
    private static final String KNOWN_AT =
            "The revision is the latest that was out at this instant; 404 if none was. The latest of all if left out.";
    private static final String ACCOUNT = "Of this account of the shop; of the whole shop if left out.";

    private final ChatAccounts accounts;
    private final Publications publications;
    private final NumberDrillDown behind;
    private final Recount recount;

    ShopNumbersApi(ChatAccounts accounts, Publications publications, NumberDrillDown behind, Recount recount) {
        this.accounts = accounts;
        this.publications = publications;
        this.behind = behind;
        this.recount = recount;
    }

    @GetMapping("/published-number")
    @Operation(
            summary = "A shop's published chat reply rate on a date",
            description = "With its sample and its window. NO_DATA: the date's numbers are out, and nothing of it was"
                    + " countable. NOT_PUBLISHED: the date's numbers are not out.")
    ChatNumberView publishedNumber(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt) {
        return ChatNumberView.of(publications.find(subject(supplier, account), on, knownAt));
    }

    @GetMapping("/published-numbers")
    @Operation(
            summary = "A shop's published chat reply rates, each with all its revisions",
            description =
                    "By date and revision. A number changes by a further revision alone: the first stays as it is.")
    List<ChatNumberView> publishedNumbers(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "The first date of publication; 29 days before `to` if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last, included; today in the marketplace zone if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to) {
        return publications.revisions(subject(supplier, account), from, to).stream()
                .map(ChatNumberView::of)
                .toList();
    }

    @GetMapping("/published-number/consultations")
    @Operation(
            summary = "The consultations under a published chat reply rate",
            description =
                    "Exactly those of its window, by day and id, with the verdicts as they stood when the revision was"
                            + " published: they always add up to it. 404 where there is no number.")
    ConsultationsBehindNumber consultationsUnder(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt,
            @Parameter(description = "Those in this state alone.") @RequestParam(required = false) @Nullable
                    ChatState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return ConsultationsBehindNumber.of(
                behind.behind(subject(supplier, account), on, knownAt, state, new PageQuery(page, size)));
    }

    @GetMapping("/published-number/recount")
    @Operation(
            summary = "A published chat reply rate, counted again",
            description = "From the facts that were known when the day was locked; 404 where there is no number.")
    ChatRecountView recount(
            @PathVariable String supplier,
            @Parameter(description = ACCOUNT) @RequestParam(required = false) @Nullable String account,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt) {
        return ChatRecountView.of(recount.of(subject(supplier, account), on, knownAt));
    }

    /** Another shop's account is none of this shop's. */
    private Subject subject(String shop, @Nullable String account) {
        var id = new SupplierId(shop);
        if (account == null) {
            return new Subject(ConsultationId.CHAT, id.value());
        }
        return accounts.find(new AccountId(account))
                .filter(one -> one.shop().equals(id))
                .map(ChatAccount::subject)
                .orElseThrow(() -> new NotFound("account", account));
    }
}
