package io.hourglass.messages.signing;

import static java.util.stream.Collectors.joining;

import io.hourglass.messages.webhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The secrets of webhooks. None is kept: each follows from the program's key, the webhook's id and the generation. The key is made
 * with the first webhook.
 */
@Component
public class WebhookSecrets {

    private static final Logger log = LoggerFactory.getLogger(WebhookSecrets.class);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int KEY_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final SigningKeys keys;
    private volatile @Nullable String remembered;

    public WebhookSecrets(SigningKeys keys) {
        this.keys = keys;
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
        return "v1," + Base64.getEncoder().encodeToString(mac(secret, signed));
    }

    private byte[] secret(Webhook webhook, int generation) {
        return mac(HEX.parseHex(key()), "webhook\n" + webhook.id() + "\n" + generation);
    }

    /** Remembered once it is committed. */
    private String key() {
        var known = remembered;
        if (known != null) {
            return known;
        }
        var key = keys.key().orElseGet(this::made);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            remembered = key;
        }
        return key;
    }

    private String made() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            keys.add(HEX.formatHex(bytes));
        } catch (DuplicateKeyException e) {
            log.debug("another node made the key", e);
        }
        return keys.key().orElseThrow();
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
