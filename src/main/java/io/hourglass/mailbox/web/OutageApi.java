package io.hourglass.mailbox.web;

import io.hourglass.access.callers.Callers;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailbox.outages.DecideOutages;
import io.hourglass.mailbox.outages.DeclareOutages;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.Outages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outages of the platform. */
@RestController
@RequestMapping("/api/outages")
@Tag(name = "Outages")
class OutageApi {

    private final Outages outages;
    private final DeclareOutages declare;
    private final DecideOutages decide;

    OutageApi(Outages outages, DeclareOutages declare, DecideOutages decide) {
        this.outages = outages;
        this.declare = declare;
        this.decide = decide;
    }

    @Schema(
            example = "{\"from\": \"2026-03-02T01:00:00Z\", \"until\": \"2026-03-02T09:00:00Z\","
                    + " \"reason\": \"The data centre had no power.\"}")
    record NewOutage(@NotNull Instant from, @NotNull Instant until, @NotNull String reason) {}

    @Schema(example = "{\"consented\": true, \"reason\": \"The report of the data centre says so.\"}")
    record NewOutageDecision(@NotNull Boolean consented, @NotNull String reason) {}

    /** @param consented null until an auditor has decided */
    record OutageView(
            long outage,
            @Schema(description = "Its first instant.") Instant from,
            @Schema(description = "Its last instant.") Instant until,
            String reason,
            String declaredBy,
            Instant declaredAt,
            @Nullable Boolean consented,
            @Nullable String decidedBy,
            @Nullable String decisionReason,
            @Nullable Instant decidedAt) {

        static OutageView of(Outage outage) {
            var decision = outage.decision();
            return new OutageView(
                    outage.id(),
                    outage.from(),
                    outage.until(),
                    outage.reason(),
                    outage.declaredBy(),
                    outage.declaredAt(),
                    decision == null ? null : decision.consented(),
                    decision == null ? null : decision.by(),
                    decision == null ? null : decision.reason(),
                    decision == null ? null : decision.at());
        }
    }

    record OutagesView(int page, int size, int total, List<OutageView> outages) {}

    @GetMapping
    @Operation(summary = "Outages that were declared", description = "The latest first.")
    OutagesView outages(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 100) int size) {
        var query = new PageQuery(page, size);
        return new OutagesView(
                page,
                size,
                outages.count(),
                outages.latest(query.offset(), size).stream()
                        .map(OutageView::of)
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Declare an outage",
            description = "When it is over. Verdicts change once an auditor has consented before their day is locked.")
    OutageView declare(@Valid @RequestBody NewOutage outage) {
        return OutageView.of(declare.declare(
                outage.from(),
                outage.until(),
                outage.reason(),
                Callers.current().orElseThrow()));
    }

    @PostMapping("/{outage}/decision")
    @Operation(summary = "Consent to an outage, or refuse it", description = "Never by the person who declared it.")
    @ApiResponse(responseCode = "404", description = "There is no such outage.")
    @ApiResponse(
            responseCode = "409",
            description = "Nothing has been changed: `reason` is DECIDED or DECLARED_BY_YOU.")
    OutageView decide(@PathVariable String outage, @Valid @RequestBody NewOutageDecision decision) {
        return OutageView.of(decide.decide(
                Outage.id(outage),
                decision.consented(),
                decision.reason(),
                Callers.current().orElseThrow()));
    }
}
