package io.hourglass.messages.signing;

import io.hourglass.kernel.text.HmacSha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The program's key, from which follows whatever is signed in messages: it is made when the first is. */
@Component
public class ProgramKey {

    private static final Logger log = LoggerFactory.getLogger(ProgramKey.class);

    private static final byte[] NOTHING = {};
    private static final int KEY_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final SigningKeys keys;
    private volatile @Nullable String remembered;

    public ProgramKey(SigningKeys keys) {
        this.keys = keys;
    }

    /** HMAC-SHA256 by the key; what is signed for different ends begins with different words. */
    public byte[] mac(String text) {
        return mac(HEX.parseHex(key()), text);
    }

    /** While it is not, nothing was signed by it. */
    public boolean isMade() {
        return remembered != null || keys.key().isPresent();
    }

    static byte[] mac(byte[] key, String text) {
        return HmacSha256.of(HmacSha256.key(key), text, NOTHING);
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
}
