package io.hourglass.messages.web;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.KnownKinds;
import io.hourglass.messages.setup.SetUpWebhooks;
import io.hourglass.messages.setup.SetUpWebhooks.WithSecret;
import io.hourglass.messages.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** To which addresses events are sent. */
@RestController
@RequestMapping("/api")
@Tag(name = "Webhooks")
class WebhookApi {

    private final Webhooks webhooks;
    private final SetUpWebhooks setUp;
    private final KnownKinds kinds;

    WebhookApi(Webhooks webhooks, SetUpWebhooks setUp, KnownKinds kinds) {
        this.webhooks = webhooks;
        this.setUp = setUp;
        this.kinds = kinds;
    }

    @Schema(example = "{\"url\": \"https://example.com/hooks\", \"kinds\": [\"webhook.disabled\"]}")
    record NewWebhook(
            @NotNull @Schema(description = "https, of a host that can be reached from outside.") String url,
            @NotEmpty @Schema(description = "Those of GET /api/event-kinds that it takes.")
                    Set<@NotNull String> kinds) {}

    /** A webhook whose secret is new. */
    record WebhookWithSecret(
            @Schema(description = "By which its receiver verifies what it gets. It cannot be read again.")
                    String secret,
            WebhookView webhook) {

        static WebhookWithSecret of(WithSecret made) {
            return new WebhookWithSecret(made.secret(), WebhookView.of(made.webhook()));
        }
    }

    @GetMapping("/event-kinds")
    @Operation(summary = "Every kind of event that there is")
    List<String> kinds() {
        return kinds.all().stream().map(EventKind::name).toList();
    }

    @GetMapping("/webhooks")
    @Operation(summary = "Every webhook, disabled ones included")
    List<WebhookView> all() {
        return webhooks.all().stream().map(WebhookView::of).toList();
    }

    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a webhook",
            description =
                    "Its secret is in this answer and nowhere else. It gets what is raised from some seconds later on.")
    WebhookWithSecret add(@Valid @RequestBody NewWebhook wanted) {
        return WebhookWithSecret.of(setUp.add(wanted.url(), wanted.kinds()));
    }

    @PutMapping("/webhooks/{webhook}")
    @Operation(summary = "Change a webhook", description = "What waits is sent to the new address.")
    WebhookView change(@PathVariable String webhook, @Valid @RequestBody NewWebhook wanted) {
        return WebhookView.of(setUp.change(webhook, wanted.url(), wanted.kinds()));
    }

    @PostMapping("/webhooks/{webhook}/rotation")
    @Operation(
            summary = "Give a webhook a new secret",
            description = "The new one is in this answer and nowhere else. For a day both sign.")
    WebhookWithSecret rotate(@PathVariable String webhook) {
        return WebhookWithSecret.of(setUp.rotate(webhook));
    }

    @PostMapping("/webhooks/{webhook}/suspension")
    @Operation(summary = "Disable a webhook", description = "What waits for it becomes dead letters.")
    WebhookView disable(@PathVariable String webhook) {
        return WebhookView.of(setUp.disable(webhook));
    }

    @PostMapping("/webhooks/{webhook}/resumption")
    @Operation(
            summary = "Enable a webhook",
            description = "It takes events from now on; dead letters can be sent again.")
    WebhookView enable(@PathVariable String webhook) {
        return WebhookView.of(setUp.enable(webhook));
    }

    @DeleteMapping("/webhooks/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook", description = "With all that was sent to it.")
    void remove(@PathVariable String webhook) {
        setUp.remove(webhook);
    }
}
