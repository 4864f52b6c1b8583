package io.hourglass.mailing.web;

import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Sought;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.mailing.sending.SendMailAgain;
import io.hourglass.mailing.sending.TakeBounce;
import io.hourglass.mailing.sending.TakeBounce.Taken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail to people: where each gets it, what was sent, and what came back. */
@RestController
@RequestMapping("/api")
@Tag(name = "Mail")
class MailApi {

    private static final String MAIL = "message/rfc822";
    private static final byte[] NOTHING = {};

    private final OutgoingMails mails;
    private final SendMailAgain send;
    private final ChooseMail people;
    private final TakeBounce bounces;

    MailApi(OutgoingMails mails, SendMailAgain send, ChooseMail people, TakeBounce bounces) {
        this.mails = mails;
        this.send = send;
        this.people = people;
        this.bounces = bounces;
    }

    @Schema(example = "{\"address\": \"sam@example.com\"}")
    record NewMailAddress(@NotNull @Schema(description = "Of one person, without a name.") String address) {}

    /** What became of a mail that came back. */
    record BounceTaken(Taken taken) {}

    /** What somebody is told by mail, and what became of it. */
    record MailView(
            String id,
            String account,
            String kind,
            @Schema(description = "Absent for what is of none.") @Nullable String track,
            String about,
            Instant happenedAt,
            State state,
            int attempts,
            @Schema(description = "When it is sent next; absent once it has ended.") @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            @Schema(description = "Of the mail that it went with, as its Message-ID has it.") @Nullable String letter,
            @Schema(description = "Why it was not sent, or did not arrive.") @Nullable String reason) {

        static MailView of(OutgoingMail mail) {
            return new MailView(
                    mail.id(),
                    mail.account(),
                    mail.kind(),
                    mail.track(),
                    mail.about(),
                    mail.happenedAt(),
                    mail.state(),
                    mail.attempts(),
                    mail.state() == State.WAITING ? mail.dueAt() : null,
                    mail.endedAt(),
                    mail.letter(),
                    mail.reason());
        }
    }

    /** @param more whether there are others on further pages */
    record MailPage(int page, int size, boolean more, List<MailView> mails) {}

    @GetMapping("/mails")
    @Operation(
            summary = "What people were told by mail, the latest first",
            description = "With state DEAD or BOUNCED: what did not arrive. It is kept for 400 days.")
    MailPage all(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var found = new PageQuery(page, size)
                .from((offset, limit) -> mails.latest(new Sought(account, state), offset, limit));
        return new MailPage(
                page,
                size,
                found.more(),
                found.items().stream().map(MailView::of).toList());
    }

    @PostMapping("/mails/{mail}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a mail again", description = "409 if it still waits or was sent.")
    void again(@PathVariable String mail) {
        send.again(mail);
    }

    @PutMapping("/accounts/{name}/mail-address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Where a person gets mail",
            description = "The marketplace knows that the address is the person's: it needs no confirmation. What the"
                    + " person has chosen to be told stays.")
    void give(@PathVariable String name, @Valid @RequestBody NewMailAddress given) {
        people.give(name, given.address());
    }

    @DeleteMapping("/accounts/{name}/mail-address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "No mail to a person", description = "The address is forgotten, with what was chosen.")
    void stop(@PathVariable String name) {
        people.stop(name);
    }

    @PostMapping(path = "/mail-bounces", consumes = MAIL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Hand over a mail that came back",
            description =
                    "As the server received it at the address of hourglass.mail.bounces. Where it says that a mail"
                            + " cannot be delivered for good, nothing more is sent to that address until one is set anew.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = MAIL, schema = @Schema(type = "string"))))
    BounceTaken bounced(@Parameter(hidden = true) HttpEntity<byte[]> request) {
        return new BounceTaken(bounces.take(request.getBody() == null ? NOTHING : request.getBody()));
    }
}
