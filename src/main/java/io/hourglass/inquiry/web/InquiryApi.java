package io.hourglass.inquiry.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.intake.SubmitInquiry.Receipt;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.inquiry.reading.SeenOfInquiries;
import io.hourglass.inquiry.reading.ShownReplyAddress;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.market.Suppliers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inquiries")
@Tag(name = "Inquiries")
class InquiryApi {

    private final SubmitInquiry submit;
    private final Suppliers suppliers;
    private final InquiryFiles files;
    private final Policies policies;
    private final ShownReplyAddress replyAddress;
    private final SeenOfInquiries seen;

    InquiryApi(
            SubmitInquiry submit,
            Suppliers suppliers,
            InquiryFiles files,
            Policies policies,
            ShownReplyAddress replyAddress,
            SeenOfInquiries seen) {
        this.submit = submit;
        this.suppliers = suppliers;
        this.files = files;
        this.policies = policies;
        this.replyAddress = replyAddress;
        this.seen = seen;
    }

    @PostMapping
    @Operation(
            summary = "Submit an inquiry",
            description =
                    "Idempotent by `id`: the same again is 200 with the same answer. A mail whose `inReplyTo` is known in"
                            + " a thread of the same buyer and supplier is a follow-up, not a new inquiry.")
    @ApiResponse(responseCode = "201", description = "Kept; `Location` names the inquiry.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "404", description = "A buyer names an unknown supplier.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<Received> submit(@Valid @RequestBody NewInquiry inquiry, Locale locale) {
        var receipt = receive(inquiry);
        var file = files.open(receipt.inquiry());
        var body = new Received(
                receipt.followUp() ? receipt.inquiry().value() : null,
                Objects.toString(file.grounds().judgement().duplicateOf(), null),
                FactView.keptInPart(receipt.fact()),
                InquiryView.of(file, explanation(file, locale), null, null));
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(addressOf(receipt.inquiry()))
                .body(body);
    }

    @GetMapping("/{inquiry}")
    @Operation(
            summary = "Read an inquiry",
            description = "With its facts, its clocks, the verdict as of now, and why: in English or Chinese.")
    InquiryView read(@PathVariable String inquiry, Locale locale) {
        var id = new InquiryId(inquiry);
        var file = files.open(id);
        return InquiryView.of(
                file,
                explanation(file, locale),
                replyAddress.of(id).orElse(null),
                seen.of(file).coverage());
    }

    private Receipt receive(NewInquiry inquiry) {
        try {
            var submission = PartyInputGuard.caller(inquiry.submission());
            checkSupplier(submission.supplier());
            return submit.submit(submission);
        } catch (InvalidInput e) {
            throw e.field().equals("occurredAt") ? new InvalidInput("receivedAt", e.value(), e.rule()) : e;
        }
    }

    /** Only the marketplace's own systems may introduce new suppliers. */
    private void checkSupplier(SupplierId supplier) {
        if (Callers.current().filter(Caller::isParty).isPresent() && !suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
    }

    private ExplanationView explanation(InquiryFile file, Locale locale) {
        return ExplanationView.of(file.grounds(), locale, policies.zone());
    }

    private static URI addressOf(InquiryId id) {
        return URI.create("/api/inquiries/" + PathSegment.of(id.value()));
    }
}
