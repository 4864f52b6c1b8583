package io.hourglass.operations.web;

import io.hourglass.chat.abnormal.Catch;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.operations.deeds.DecideAbnormalAccount;
import io.hourglass.operations.deeds.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/abnormal-accounts")
@Tag(name = "Chat")
class AbnormalAccountApi {

    private final CaughtAccounts accounts;
    private final DecideAbnormalAccount decide;

    AbnormalAccountApi(CaughtAccounts accounts, DecideAbnormalAccount decide) {
        this.accounts = accounts;
        this.decide = decide;
    }

    /**
     * @param seen what the rule saw, and what it asks for; null for a mark by hand
     * @param actsFrom what the buyer opens from then on is excluded, unless it was taken back
     */
    record AbnormalAccountView(
            String id,
            String buyer,
            CatchState state,
            @Nullable SeenByRule seen,
            Instant caughtAt,
            Instant recordedAt,
            Instant actsFrom,
            CaughtAccount.@Nullable Decision decision) {

        static AbnormalAccountView of(CaughtAccount one) {
            var caught = one.caught();
            return new AbnormalAccountView(
                    one.id(),
                    one.buyer().value(),
                    one.state(),
                    caught == null ? null : SeenByRule.of(caught),
                    one.caughtAt(),
                    one.recordedAt(),
                    one.actsFrom(),
                    one.decision());
        }
    }

    /**
     * @param counted different accounts or shops
     * @param conversations with how many of them the buyer had talked
     * @param least so many the rule asks for, within that time
     */
    record SeenByRule(String rule, Instant since, int counted, int conversations, int least, Duration within) {

        static SeenByRule of(Catch one) {
            return new SeenByRule(
                    one.rule().name(),
                    one.seen().since(),
                    one.seen().counted(),
                    one.seen().conversations(),
                    one.limit().least(),
                    one.limit().within());
        }
    }

    /** @param counts of all, by state */
    record AbnormalAccountsView(int page, int size, Map<CatchState, Long> counts, List<AbnormalAccountView> accounts) {}

    @Schema(
            example =
                    "{\"buyer\": \"b-17\", \"since\": \"2026-03-02T02:00:00Z\", \"reason\": \"Sends nothing but advertisements.\"}")
    record NewAbnormalAccount(
            @NotNull String buyer,
            @Schema(description = "Now or before; left out it is now.") @Nullable Instant since,
            @Schema(description = "1 to 1000 characters.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
                    String reason) {}

    @GetMapping
    @Operation(
            summary = "Abnormal accounts of buyers",
            description = "Caught by rules or marked by hand, those taken back among them, the latest first.")
    AbnormalAccountsView all(
            @RequestParam(required = false) @Nullable CatchState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var offset = new PageQuery(page, size).offset();
        return new AbnormalAccountsView(
                page,
                size,
                accounts.counts(),
                accounts.latest(state, offset, size).stream()
                        .map(AbnormalAccountView::of)
                        .toList());
    }

    @PostMapping
    @Operation(
            summary = "Mark a buyer's account as abnormal",
            description =
                    "What it opens from that instant on is excluded in every shop, on days whose books are open: 201. 200 with"
                            + " all of the buyer's if that is excluded already.")
    ResponseEntity<List<AbnormalAccountView>> mark(@Valid @RequestBody NewAbnormalAccount body) {
        var buyer = new BuyerId(body.buyer());
        var marked = decide.mark(buyer, body.since(), Reason.of(body.reason()));
        var shown = marked.map(List::of).orElseGet(() -> accounts.of(List.of(buyer)));
        return ResponseEntity.status(marked.isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(shown.stream().map(AbnormalAccountView::of).toList());
    }

    @PostMapping("/{caught}/confirmation")
    @Operation(
            summary = "Confirm what a rule caught",
            description = "It then acts from the instant of the catch on. 409 if it was taken back.")
    AbnormalAccountView confirm(@PathVariable String caught, @RequestBody Reasoned body) {
        return AbnormalAccountView.of(decide.confirm(caught, body.asReason()));
    }

    @PostMapping("/{caught}/take-back")
    @Operation(
            summary = "Take an abnormal account back",
            description = "On days whose books are open nothing of it is excluded any more.")
    AbnormalAccountView takeBack(@PathVariable String caught, @RequestBody Reasoned body) {
        return AbnormalAccountView.of(decide.takeBack(caught, body.asReason()));
    }
}
