package io.hourglass.relay.web;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.mails.FoundInMailbox;
import io.hourglass.relay.mails.FoundInMailbox.Doubt;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.Review;
import io.hourglass.relay.review.MailToReview;
import io.hourglass.relay.review.ReviewMails;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails of which a person has to say who wrote them. */
@RestController
@RequestMapping("/api/mail-reviews")
@Tag(name = "Mail")
class MailReviewApi {

    private final ReviewMails reviews;

    MailReviewApi(ReviewMails reviews) {
        this.reviews = reviews;
    }

    /** What was found in a mail that says who wrote it. */
    record FoundSign(MailReason reason, String source, String sentence) {

        static FoundSign of(MailReason reason) {
            return new FoundSign(reason, reason.source(), reason.sentence());
        }
    }

    /** How it was found in the supplier's mailbox; PUT_LATER: it says that it arrived when the folder had been read, and was not there then. */
    record MailFoundView(Folder folder, MatchedBy matchedBy, List<Doubt> doubts) {

        static @Nullable MailFoundView of(@Nullable FoundInMailbox found) {
            return found == null
                    ? null
                    : new MailFoundView(
                            found.folder(),
                            found.by(),
                            found.doubts().stream().sorted().toList());
        }
    }

    /**
     * @param fact the reply that it is taken for
     * @param found absent if it came through the relay
     * @param skewed whether the clocks of sender and server are more than ten minutes apart
     */
    record MailReviewView(
            String fact,
            String inquiry,
            MailClass mailClass,
            List<FoundSign> signs,
            Instant receivedAt,
            @Nullable Instant sentAt,
            boolean skewed,
            @Nullable MailFoundView found,
            String subject,
            String text) {

        static MailReviewView of(MailToReview one) {
            RelayedMail mail = one.mail();
            return new MailReviewView(
                    mail.fact().value(),
                    mail.inquiry().value(),
                    mail.mailClass(),
                    mail.reasons().stream().sorted().map(FoundSign::of).toList(),
                    mail.times().receivedAt(),
                    mail.times().sentAt(),
                    mail.times().skewed(),
                    MailFoundView.of(mail.found()),
                    one.subject(),
                    one.text());
        }
    }

    record MailReviewsView(int page, int size, @Nullable Integer total, List<MailReviewView> mails) {}

    @Schema(example = "{\"wroteIt\": \"PERSON\"}")
    record NewMailReview(
            @NotNull
                    @Schema(
                            description = "PERSON or AUTOMATIC, or of one that was read in a mailbox NOT_ABOUT:"
                                    + " it is about something else.",
                            allowableValues = {"PERSON", "AUTOMATIC", "NOT_ABOUT"})
                    Review wroteIt) {}

    /**
     * @param fact that says it
     * @param late whether the books of the inquiry's day had closed
     */
    record MailReviewTaken(String fact, boolean late) {}

    @GetMapping
    @Operation(
            summary = "Mails of which it cannot be said who wrote them",
            description = "Who has waited longest first. Meanwhile they count, or not, by the policy of the relay.")
    MailReviewsView waiting(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 100) int size) {
        var found = reviews.waiting(new PageQuery(page, size));
        return new MailReviewsView(
                page,
                size,
                found.total(),
                found.items().stream().map(MailReviewView::of).toList());
    }

    @PostMapping("/{fact}/decision")
    @Operation(
            summary = "Say who wrote a mail",
            description = "It is a RECLASSIFIED or RETRACTED fact, and stands in the log.")
    @ApiResponse(responseCode = "404", description = "There is no such mail.")
    @ApiResponse(responseCode = "409", description = "It does not wait for a review.")
    MailReviewTaken decide(@PathVariable String fact, @Valid @RequestBody NewMailReview review) {
        var recorded = reviews.decide(new FactId(fact), review.wroteIt()).fact();
        return new MailReviewTaken(recorded.fact().id().value(), recorded.late());
    }
}
