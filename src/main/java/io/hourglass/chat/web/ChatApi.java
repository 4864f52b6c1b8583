package io.hourglass.chat.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.web.BatchAnswer.Each;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens in chats. Every well-formed fact is kept. */
@RestController
@RequestMapping("/api/chat")
@Tag(name = "Chat")
class ChatApi {

    private final RecordChat record;

    ChatApi(RecordChat record) {
        this.record = record;
    }

    @PostMapping("/messages")
    @Operation(
            summary = "A buyer wrote to an account, or an account to a buyer",
            description =
                    "The buyer's first message to an account on a natural day opens a consultation. Idempotent by `id`: the same"
                            + " again is 200 with the same answer.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<ChatAnswer> message(@Valid @RequestBody NewMessage message) {
        return keep(message.report());
    }

    @PostMapping("/messages/batch")
    @Operation(
            summary = "Up to a thousand messages at once",
            description =
                    "In one transaction, in their order. One that a rule refuses keeps no other away, and is named in the answer;"
                            + " a batch with a message that is not well formed is refused as a whole.")
    BatchAnswer messages(@Valid @RequestBody NewMessages batch) {
        var taken = record.recordAll(
                new Reports(batch.messages().stream().map(NewMessage::report).toList()));
        return BatchAnswer.of(IntStream.range(0, taken.size())
                .mapToObj(at -> Each.of(batch.messages().get(at).id(), taken.get(at)))
                .toList());
    }

    @PostMapping("/transfers")
    @Operation(
            summary = "An account handed a buyer over to another",
            description =
                    "Opens a consultation of the receiving account, unless it has one with that buyer on that day. The account that"
                            + " handed over still owes what it had not answered.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<ChatAnswer> transfer(@Valid @RequestBody NewTransfer transfer) {
        return keep(transfer.report());
    }

    @PostMapping("/blocks")
    @Operation(summary = "An account blocked a buyer", description = "Which decides nothing.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<ChatAnswer> block(@Valid @RequestBody NewBlock block) {
        return keep(block.report());
    }

    @PostMapping("/marks")
    @Operation(
            summary = "What a buyer's account is",
            description =
                    "STAFF: of the platform. OWN: of the shop itself. ABNORMAL: registered or behaving so. Chats with it do not count,"
                            + " from that natural day on, of an abnormal account from that instant on.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<ChatAnswer> mark(@Valid @RequestBody NewMark mark) {
        return keep(mark.report(caller()));
    }

    @PostMapping("/corrections")
    @Operation(
            summary = "An earlier fact is to be seen otherwise",
            description =
                    "RETRACTED: it did not happen. RECLASSIFIED: another kind of author wrote the message. Known by the close of the"
                            + " day's books it decides; after it a dispute can claim the same.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "200", description = "The same was sent before.")
    @ApiResponse(responseCode = "404", description = "There is no such fact.")
    @ApiResponse(responseCode = "409", description = "The id is known with other content; nothing has been changed.")
    ResponseEntity<ChatAnswer> correct(@Valid @RequestBody NewCorrection correction) {
        return keep(correction.report(caller()));
    }

    private ResponseEntity<ChatAnswer> keep(ChatReport report) {
        var recorded = record.record(report);
        return ResponseEntity.status(recorded.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ChatAnswer.of(recorded));
    }

    private static @Nullable String caller() {
        return Callers.current().map(Caller::name).orElse(null);
    }
}
