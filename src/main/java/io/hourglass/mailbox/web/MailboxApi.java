package io.hourglass.mailbox.web;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.setup.ConnectMailbox;
import io.hourglass.mailbox.setup.SetUpMailbox;
import io.hourglass.mailbox.setup.TryMailbox;
import io.hourglass.mailbox.setup.TryMailbox.Tried;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
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

/** Suppliers' own mailboxes, in which their replies are looked for. */
@RestController
@RequestMapping("/api")
@Tag(name = "Mailboxes")
class MailboxApi {

    private static final String PATH = "/suppliers/{supplier}/mailbox";

    private final Mailboxes mailboxes;
    private final SetUpMailbox setUp;
    private final ConnectMailbox connect;
    private final TryMailbox trying;

    MailboxApi(Mailboxes mailboxes, SetUpMailbox setUp, ConnectMailbox connect, TryMailbox trying) {
        this.mailboxes = mailboxes;
        this.setUp = setUp;
        this.connect = connect;
        this.trying = trying;
    }

    /** What came of trying a mailbox. */
    record MailboxTestView(
            boolean works,
            @Schema(description = "Absent if it works.") @Nullable FailureKind failure,
            @Schema(description = "The server's own words of what failed.") String words,
            @Schema(description = "The names of its folders, if it could sign in.") List<String> folders) {

        static MailboxTestView of(Tried tried) {
            return new MailboxTestView(tried.failure() == null, tried.failure(), tried.words(), tried.folders());
        }
    }

    /**
     * @param more whether there are others on further pages
     * @param states how many mailboxes are in each
     */
    record MailboxPage(
            int page, int size, boolean more, Map<MailboxState, Integer> states, List<MailboxView> mailboxes) {}

    @GetMapping(PATH)
    @Operation(summary = "A supplier's mailbox, and how reading it goes")
    MailboxView mailbox(@PathVariable String supplier) {
        return mailboxes
                .find(new SupplierId(supplier))
                .map(MailboxView::of)
                .orElseThrow(() -> new NotFound("mailbox", supplier));
    }

    @PutMapping(PATH)
    @Operation(
            summary = "Connect a supplier's mailbox, or change it",
            description =
                    "Where its server is known, or named by its domain, the address and a password are enough. Another user"
                            + " or server needs the password again. It is read within seconds.")
    @ApiResponse(responseCode = "409", description = "No key is configured by which its secret could be encrypted.")
    MailboxView put(@PathVariable String supplier, @Valid @RequestBody NewMailbox wanted) {
        return MailboxView.of(setUp.put(new SupplierId(supplier), wanted.wish()));
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Disconnect a supplier's mailbox",
            description = "Its secret is deleted. What cannot be seen from now on is no reply.")
    void disconnect(@PathVariable String supplier) {
        connect.disconnect(new SupplierId(supplier));
    }

    @PostMapping(PATH + "/test")
    @Operation(
            summary = "Try whether a supplier's mailbox can be read",
            description = "It signs in and opens the folders that are read; no mail is read.")
    MailboxTestView test(@PathVariable String supplier) {
        return MailboxTestView.of(trying.test(new SupplierId(supplier)));
    }

    @GetMapping("/mailboxes")
    @Operation(summary = "All mailboxes", description = "Which has not been read for longest first.")
    MailboxPage all(
            @RequestParam(required = false) @Nullable MailboxState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var found = new PageQuery(page, size).from((offset, limit) -> mailboxes.byLag(state, offset, limit));
        return new MailboxPage(
                page,
                size,
                found.more(),
                mailboxes.counted(),
                found.items().stream().map(MailboxView::of).toList());
    }
}
