package io.hourglass.dispute.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.kernel.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop disputes the verdict on a consultation; it is decided as any other. */
@RestController
@RequestMapping("/api/chat/consultations/{consultation}/disputes")
@Tag(name = "Disputes")
class ChatDisputeApi {

    private final RaiseDispute raise;
    private final FollowDisputes followed;
    private final Consultations consultations;

    ChatDisputeApi(RaiseDispute raise, FollowDisputes followed, Consultations consultations) {
        this.raise = raise;
        this.followed = followed;
        this.consultations = consultations;
    }

    @PostMapping
    @Operation(
            summary = "Contest the verdict on a consultation",
            description =
                    "With what happened, as a fact, and the evidence for it. One waiting dispute a consultation at a"
                            + " time. What is known of a buyer's account is not disputed here: operations mark it.")
    @ApiResponse(responseCode = "201", description = "Raised.")
    @ApiResponse(responseCode = "200", description = "The same was raised before.")
    @ApiResponse(
            responseCode = "409",
            description = "Nothing has been changed: `reason` is KNOWN_OTHERWISE, TOO_LATE or ANOTHER_IS_OPEN.")
    ResponseEntity<DisputeView> raise(@PathVariable String consultation, @Valid @RequestBody NewChatDispute dispute) {
        var by = Callers.current().map(Caller::name).orElseThrow();
        var answer = raise.raise(dispute.by(by, new ConsultationId(consultation)));
        return ResponseEntity.status(answer.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DisputeView.of(followed.of(answer.dispute())));
    }

    @GetMapping
    @Operation(summary = "The disputes of a consultation", description = "The earliest first.")
    List<DisputeView> of(@PathVariable String consultation) {
        var known = consultations
                .find(new ConsultationId(consultation))
                .orElseThrow(() -> new NotFound("consultation", consultation))
                .id();
        return followed.of(known).stream().map(DisputeView::of).toList();
    }
}
