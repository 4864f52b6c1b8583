package io.hourglass.dispute.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DecisionEffect;
import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A supplier disputes a verdict, operations or an auditor decides, and the outcome can be read. */
@RestController
@RequestMapping("/api")
@Tag(name = "Disputes")
class DisputeApi {

    private final RaiseDispute raise;
    private final DecideDispute decide;
    private final DecisionEffect effects;
    private final FollowDisputes followed;
    private final Inquiries inquiries;

    DisputeApi(
            RaiseDispute raise,
            DecideDispute decide,
            DecisionEffect effects,
            FollowDisputes followed,
            Inquiries inquiries) {
        this.raise = raise;
        this.decide = decide;
        this.effects = effects;
        this.followed = followed;
        this.inquiries = inquiries;
    }

    @Schema(example = "{\"accepted\": true, \"reason\": \"The log shows the reply.\"}")
    record NewDecision(@NotNull Boolean accepted, @NotBlank @Size(max = Dispute.MAX_WORDS) String reason) {}

    @PostMapping("/inquiries/{inquiry}/disputes")
    @Operation(
            summary = "Contest a verdict",
            description =
                    "With what happened, as a fact, and the evidence for it. One waiting dispute an inquiry at a time.")
    @ApiResponse(responseCode = "201", description = "Raised.")
    @ApiResponse(responseCode = "200", description = "The same was raised before.")
    @ApiResponse(
            responseCode = "409",
            description = "Nothing has been changed: `reason` is KNOWN_OTHERWISE, TOO_LATE or ANOTHER_IS_OPEN.")
    ResponseEntity<DisputeView> raise(@PathVariable String inquiry, @Valid @RequestBody NewDispute dispute) {
        var answer = raise.raise(dispute.by(caller().name(), new InquiryId(inquiry)));
        return ResponseEntity.status(answer.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DisputeView.of(followed.of(answer.dispute())));
    }

    @GetMapping("/inquiries/{inquiry}/disputes")
    @Operation(summary = "The disputes of an inquiry", description = "The earliest first.")
    List<DisputeView> of(@PathVariable String inquiry) {
        var known = inquiries
                .find(new InquiryId(inquiry))
                .orElseThrow(() -> new NotFound("inquiry", inquiry))
                .id();
        return views(followed.of(known));
    }

    @GetMapping("/suppliers/{supplier}/disputes")
    @Operation(summary = "The disputes of a supplier", description = "The latest first.")
    List<DisputeView> ofSupplier(
            @PathVariable String supplier,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return views(followed.of(new Disputes.Wanted(new SupplierId(supplier), null, null), new PageQuery(page, size))
                .items());
    }

    @GetMapping("/disputes")
    @Operation(summary = "Disputes by state", description = "The earliest first.")
    List<DisputeView> in(
            @RequestParam(defaultValue = "OPEN") DisputeState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return views(followed.in(state, new PageQuery(page, size)));
    }

    @PostMapping("/disputes/{dispute}/decision")
    @Operation(
            summary = "Decide a dispute",
            description =
                    "Accepted before the day is locked, the claim becomes a fact like any other; after that, an auditor"
                            + " decides, and each published number that counts otherwise gets a further revision.")
    @ApiResponse(
            responseCode = "409",
            description = "Nothing has been changed: `reason` is DECIDED, RAISED_BY_YOU, FOR_AUDITORS or"
                    + " BOOKS_ARE_CLOSING.")
    DisputeView decide(@PathVariable String dispute, @Valid @RequestBody NewDecision decision) {
        var decided = decide.decide(
                new DecideDispute.Decided(new DisputeId(dispute), decision.accepted(), decision.reason(), caller()));
        return DisputeView.of(followed.of(decided));
    }

    @GetMapping("/disputes/{dispute}/effect")
    @Operation(
            summary = "What accepting a dispute would change",
            description = "The verdict and each published number, before and after, as of now. Nothing is changed.")
    @ApiResponse(responseCode = "409", description = "The caller cannot accept it: `reason` is as where it is decided.")
    EffectView effect(@PathVariable String dispute) {
        return EffectView.of(effects.ofAccepting(new DisputeId(dispute), caller()));
    }

    private static List<DisputeView> views(List<Followed> some) {
        return some.stream().map(DisputeView::of).toList();
    }

    private static Caller caller() {
        return Callers.current().orElseThrow(() -> new IllegalStateException("the call has no caller"));
    }
}
