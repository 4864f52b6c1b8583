package io.hourglass.messages.web;

import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.messages.setup.SendByHand;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Deliveries.Sought;
import io.hourglass.messages.webhooks.Delivery;
import io.hourglass.messages.webhooks.Delivery.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to webhooks, what waits, and what could not be sent. */
@RestController
@RequestMapping("/api")
@Tag(name = "Webhooks")
class DeliveryApi {

    private final Deliveries deliveries;
    private final SendByHand send;

    DeliveryApi(Deliveries deliveries, SendByHand send) {
        this.deliveries = deliveries;
        this.send = send;
    }

    /** An event that is to be sent to a webhook, and what has become of it. */
    record DeliveryView(
            String webhook,
            @Schema(description = "As the webhook gets it in webhook-id.") String event,
            String kind,
            String about,
            Instant happenedAt,
            State state,
            int attempts,
            @Schema(description = "When it is sent next; absent once it has ended.") @Nullable Instant dueAt,
            @Schema(description = "Of the last answer; absent if there was none.") @Nullable Integer status,
            @Schema(description = "Why the last attempt failed; absent if it did not.")
                    Delivery.@Nullable Failure failure,
            @Nullable Instant endedAt) {

        static DeliveryView of(Delivery one) {
            return new DeliveryView(
                    one.webhook(),
                    one.event(),
                    one.kind(),
                    one.about(),
                    one.happenedAt(),
                    one.state(),
                    one.attempts(),
                    one.state() == State.WAITING ? one.dueAt() : null,
                    one.status(),
                    one.failure(),
                    one.endedAt());
        }
    }

    /** @param more whether there are others on further pages */
    record DeliveryPage(int page, int size, boolean more, List<DeliveryView> deliveries) {}

    /** The id of an event that was just made. */
    record SentEvent(String event) {}

    /** How many are sent again. */
    record SentAgain(int count) {}

    @GetMapping("/deliveries")
    @Operation(
            summary = "What was sent to webhooks, the latest event first",
            description = "With state DEAD: the dead letters. It is kept for thirty days.")
    DeliveryPage all(
            @RequestParam(required = false) @Nullable String webhook,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var found = new PageQuery(page, size)
                .from((offset, limit) -> deliveries.latest(new Sought(webhook, state), offset, limit));
        return new DeliveryPage(
                page,
                size,
                found.more(),
                found.items().stream().map(DeliveryView::of).toList());
    }

    @PostMapping("/webhooks/{webhook}/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a test event",
            description = "Of kind webhook.test; what becomes of it is among the deliveries.")
    SentEvent test(@PathVariable String webhook) {
        return new SentEvent(send.test(webhook));
    }

    @PostMapping("/webhooks/{webhook}/deliveries/{event}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send an event again",
            description = "409 if it still waits. It may arrive after its youngers.")
    void sendAgain(@PathVariable String webhook, @PathVariable String event) {
        send.sendAgain(webhook, event);
    }

    @PostMapping("/webhooks/{webhook}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send all dead letters of a webhook again")
    SentAgain sendDeadAgain(@PathVariable String webhook) {
        return new SentAgain(send.sendDeadAgain(webhook));
    }
}
