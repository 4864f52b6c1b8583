package io.hourglass.trace.web;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.FindInquiries;
import io.hourglass.inquiry.reading.FindInquiries.Found;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.reading.SeenOfInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.trace.Traces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Traces")
class TraceApi {

    private final Traces traces;
    private final FindInquiries find;
    private final Policies policies;
    private final OutgoingMails mails;
    private final RelayedMails relayed;
    private final SeenOfInquiries seen;

    TraceApi(
            Traces traces,
            FindInquiries find,
            Policies policies,
            OutgoingMails mails,
            RelayedMails relayed,
            SeenOfInquiries seen) {
        this.traces = traces;
        this.find = find;
        this.policies = policies;
        this.mails = mails;
        this.relayed = relayed;
        this.seen = seen;
    }

    /**
     * @param page from 0
     * @param more whether there are others on further pages
     */
    record FoundPage(int page, int size, boolean more, List<FoundInquiry> items) {

        record FoundInquiry(
                String id, String buyer, String supplier, Instant receivedAt, LocalDate day, InquiryState state) {

            static FoundInquiry of(Found found) {
                var inquiry = found.inquiry();
                return new FoundInquiry(
                        inquiry.id().value(),
                        inquiry.buyer().value(),
                        inquiry.supplier().value(),
                        inquiry.receivedAt(),
                        inquiry.day(),
                        found.judgement().state());
            }
        }
    }

    @GetMapping("/inquiries/{inquiry}/trace")
    @Operation(
            summary = "An inquiry from its first fact to its verdict",
            description =
                    "Facts with all their times and what each does, clocks, timers, every change of the verdict with"
                            + " its cause, the process path, the notices to the buyer, the referral, and the explanation"
                            + " in both languages. The same as a document to print: `/inquiries/{inquiry}/trace`.")
    TraceView trace(@PathVariable String inquiry) {
        var id = new InquiryId(inquiry);
        var trace = traces.of(id);
        return TraceView.of(
                trace,
                MailTrace.of(mails, Track.INQUIRY, inquiry),
                RelayedTrace.of(relayed, id),
                SeenTrace.of(seen.of(trace.file())),
                policies.zone(),
                node -> traces.nameOf(node, Locale.ENGLISH));
    }

    @GetMapping("/traces")
    @Operation(
            summary = "Find inquiries",
            description =
                    "By what is known of one; all that is given must hold, and something must be given. The newest"
                            + " first. A Message-ID may belong to several inquiries: a buyer may send one mail to many.")
    FoundPage find(
            @RequestParam(required = false) @Nullable String inquiry,
            @Parameter(description = "The id of one of its facts.") @RequestParam(required = false) @Nullable
                    String fact,
            @Parameter(description = "Of a mail in its thread.") @RequestParam(required = false) @Nullable
                    String messageId,
            @RequestParam(required = false) @Nullable String buyer,
            @RequestParam(required = false) @Nullable String supplier,
            @Parameter(description = "First day of receipt.") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "Last day of receipt, included.") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var wanted = Wanted.builder()
                .inquiry(inquiry == null ? null : new InquiryId(inquiry))
                .fact(fact == null ? null : new FactId(fact))
                .messageId(messageId)
                .buyer(buyer == null ? null : new BuyerId(buyer))
                .supplier(supplier == null ? null : new SupplierId(supplier))
                .from(from)
                .to(to)
                .build();
        if (wanted.isNothing()) {
            throw new InvalidInput("inquiry", null, "given, or fact, messageId, buyer, supplier, from or to");
        }
        var found = find.find(wanted, new PageQuery(page, size));
        return new FoundPage(
                page,
                size,
                found.more(),
                found.items().stream().map(FoundPage.FoundInquiry::of).toList());
    }
}
