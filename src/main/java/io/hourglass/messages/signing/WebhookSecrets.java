package io.hourglass.messages.signing;

import static java.util.stream.Collectors.joining;

import io.hourglass.messages.webhooks.Webhook;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The secrets of webhooks. None is kept: each follows from the program's key, the webhook's id and the generation. The key is made
 * with the first webhook.
 */
@Component
public class WebhookSecrets {

    private static final String PREFIX = "whsec_";

    private final ProgramKey key;

    WebhookSecrets(ProgramKey key) {
        this.key = key;
    }

    /** As its receiver gets it: {@code whsec_} and what the bytes are in Base64. */
    public String text(Webhook webhook) {
        return PREFIX + Base64.getEncoder().encodeToString(secret(webhook, webhook.generation()));
    }

    /**
     * As the header {@code webhook-signature} has it: by the present secret, and while its receiver changes over, by the former too.
     *
     * @param signed what is signed: id, time and body
     */
    String signatures(Webhook webhook, Instant now, String signed) {
        var oldest = webhook.signsAsBefore(now) ? webhook.generation() - 1 : webhook.generation();
        return IntStream.rangeClosed(oldest, webhook.generation())
                .mapToObj(generation -> signature(secret(webhook, generation), signed))
                .collect(joining(" "));
    }

    private static String signature(byte[] secret, String signed) {
        return "v1," + Base64.getEncoder().encodeToString(ProgramKey.mac(secret, signed));
    }

    private byte[] secret(Webhook webhook, int generation) {
        return key.mac("webhook\n" + webhook.id() + "\n" + generation);
    }
}
