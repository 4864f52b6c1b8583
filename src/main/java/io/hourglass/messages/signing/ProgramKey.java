package io.hourglass.messages.signing;

import io.hourglass.kernel.text.HmacSha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The program's key, from which follows whatever is signed in messages. It is made at the first start: what only reads may be what
 * asks for it first.
 */
@Component
public class ProgramKey implements SmartInitializingSingleton {

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

    @Override
    public void afterSingletonsInstantiated() {
        remembered = key();
    }

    static byte[] mac(byte[] key, String text) {
        return HmacSha256.of(HmacSha256.key(key), text, NOTHING);
    }

    private String key() {
        var known = remembered;
        return known == null ? keys.key().orElseGet(this::made) : known;
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
