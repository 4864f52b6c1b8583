package io.hourglass.inquiry.web;

import io.hourglass.access.callers.Callers;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.intake.RecordFinding;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an inquiry. Every well-formed fact is kept; one that a rule refuses is answered with 409. */
@RestController
@RequestMapping("/api/inquiries/{inquiry}")
@Tag(name = "Facts")
@ApiResponse(responseCode = "201", description = "Kept.")
@ApiResponse(responseCode = "200", description = "The same was sent before.")
@ApiResponse(
        responseCode = "409",
        description =
                "Either the id is known with other content, and nothing has been changed; or the fact is kept, but a"
                        + " rule refuses its effect: `refusal` is FOLLOW_UP, BEFORE_RECEIPT, WINDOW_CLOSED, DEADLINE_PASSED, ALREADY_ANSWERED or NOT_ON_OFFER.")
class FactApi {

    private final RecordFact record;
    private final RecordFinding found;
    private final Policies policies;

    FactApi(RecordFact record, RecordFinding found, Policies policies) {
        this.record = record;
        this.found = found;
        this.policies = policies;
    }

    @PostMapping("/replies")
    @Operation(summary = "The supplier replied", description = "Whether it counts follows from its author's kind.")
    ResponseEntity<FactAnswer> reply(@PathVariable String inquiry, @Valid @RequestBody NewReply reply, Locale locale) {
        return keep(reply.report(new InquiryId(inquiry)), locale);
    }

    @PostMapping("/rejections")
    @Operation(
            summary = "The supplier rejected the inquiry",
            description = "Within the window and before any counting reply it takes the inquiry out of the rate.")
    ResponseEntity<FactAnswer> reject(
            @PathVariable String inquiry, @Valid @RequestBody NewObjection rejection, Locale locale) {
        return keep(rejection.report(new InquiryId(inquiry), InquiryFactKind.REJECTED), locale);
    }

    @PostMapping("/spam-reports")
    @Operation(
            summary = "The supplier reported the inquiry as spam",
            description = "Within the window, after a reply too, it takes the inquiry out of the rate.")
    ResponseEntity<FactAnswer> reportSpam(
            @PathVariable String inquiry, @Valid @RequestBody NewObjection report, Locale locale) {
        return keep(report.report(new InquiryId(inquiry), InquiryFactKind.SPAM_REPORTED), locale);
    }

    @PostMapping("/withdrawals")
    @Operation(
            summary = "The buyer withdrew the inquiry",
            description =
                    "Before the reply deadline and before any counting reply it takes the inquiry out of the rate."
                            + " Later it changes no verdict; in either case nothing is offered or sent to the buyer any more.")
    ResponseEntity<FactAnswer> withdraw(
            @PathVariable String inquiry, @Valid @RequestBody NewWithdrawal withdrawal, Locale locale) {
        return keep(withdrawal.report(new InquiryId(inquiry)), locale);
    }

    @PostMapping("/alternatives-requests")
    @Operation(
            summary = "The buyer asked for alternatives",
            description = "On offer from the reply deadline of an unanswered inquiry until the offer expires.")
    ResponseEntity<FactAnswer> askForAlternatives(
            @PathVariable String inquiry, @Valid @RequestBody NewAlternativesRequest request, Locale locale) {
        return keep(request.report(new InquiryId(inquiry)), locale);
    }

    @PostMapping("/amendments")
    @Operation(
            summary = "An earlier fact is to be seen otherwise",
            description =
                    "RETRACTED: it did not happen. RECLASSIFIED: another kind of author wrote the reply. BOUNCED: the"
                            + " reply could not be delivered; it counts anyway.")
    ResponseEntity<FactAnswer> amend(
            @PathVariable String inquiry, @Valid @RequestBody NewAmendment amendment, Locale locale) {
        return keep(amendment.report(new InquiryId(inquiry)), locale);
    }

    @PostMapping("/findings")
    @Operation(
            summary = "A person found what a mail belongs to",
            description =
                    "Replaces a lost header: it overrides all ids of the mail, until the day is locked. After that,"
                            + " a dispute can claim the same.")
    ResponseEntity<FactAnswer> find(
            @PathVariable String inquiry, @Valid @RequestBody NewFinding finding, Locale locale) {
        var by = Callers.current().orElseThrow(() -> new IllegalStateException("the call has no caller"));
        return answer(found.record(finding.report(new InquiryId(inquiry), by.name())), locale);
    }

    private ResponseEntity<FactAnswer> keep(FactReport report, Locale locale) {
        return answer(record.record(PartyInputGuard.caller(report)), locale);
    }

    private ResponseEntity<FactAnswer> answer(Recorded recorded, Locale locale) {
        var judgement = recorded.judgement();
        var explanation = ExplanationView.of(recorded.grounds(), locale, policies.zone());
        if (recorded.refusal() != null) {
            throw new FactRefused(recorded.fact(), recorded.refusal(), judgement, explanation);
        }
        var answer = FactAnswer.of(recorded, policies.version(judgement.policyVersion()), explanation);
        return ResponseEntity.status(recorded.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }
}
