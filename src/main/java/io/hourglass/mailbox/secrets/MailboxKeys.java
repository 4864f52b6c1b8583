package io.hourglass.mailbox.secrets;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of mailboxes by AES-GCM. What is encrypted for one supplier and field opens for no other. The keys are the
 * configuration's, never the database's; a key is known by an id that follows from it.
 */
@Component
@EnableConfigurationProperties(MailboxKeySettings.class)
public class MailboxKeys {

    private static final String SETTING = "hourglass.mailbox.key";
    private static final String HIDDEN = "what is not shown";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int PROOF_BITS = 128;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** @throws InvalidInput if a key is not 32 bytes in Base64 */
    public MailboxKeys(MailboxKeySettings settings) {
        settings.key().stream()
                .filter(key -> !key.isBlank())
                .map(MailboxKeys::bytes)
                .forEach(this::add);
    }

    private void add(byte[] key) {
        keys.putIfAbsent(id(key), new SecretKeySpec(key, "AES"));
    }

    private static byte[] bytes(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw noKey();
        }
        throw noKey();
    }

    private static InvalidInput noKey() {
        return new InvalidInput(SETTING, HIDDEN, "32 bytes in Base64, as openssl rand -base64 32 writes them");
    }

    private static String id(byte[] key) {
        var mac = HmacSha256.of(HmacSha256.key(key), "id of a mailbox key", new byte[0]);
        return HexFormat.of().formatHex(mac, 0, ID_BYTES);
    }

    /** Without a key no mailbox can be connected or read. */
    public boolean areSet() {
        return !keys.isEmpty();
    }

    /** The id of the one by which is encrypted; empty without a key. */
    public Optional<String> current() {
        return keys.keySet().stream().findFirst();
    }

    /** Of those by which can be decrypted. */
    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /** @throws IllegalStateException without a key */
    public SealedSecret seal(SupplierId supplier, SecretField field, Secret secret) {
        var id = current().orElseThrow(() -> new IllegalStateException(SETTING + " is not set"));
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce, about(supplier, field));
            var sealed = cipher.doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
            return new SealedSecret(id, Base64.getEncoder().encodeToString(joined(nonce, sealed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    /** @throws SecretUnreadable if its key is not known, or it is not as it was sealed for that supplier and field */
    public Secret open(SupplierId supplier, SecretField field, SealedSecret sealed) throws SecretUnreadable {
        if (!keys.containsKey(sealed.key())) {
            throw new SecretUnreadable("its key " + sealed.key() + " is none of " + SETTING);
        }
        try {
            var bytes = Base64.getDecoder().decode(sealed.text());
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, sealed.key(), nonce, about(supplier, field));
            return new Secret(
                    new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new SecretUnreadable("it is not as it was encrypted for " + field + " of that supplier");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be decrypted", e);
        }
    }

    private Cipher cipher(int mode, String id, byte[] nonce, byte[] about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(id), new GCMParameterSpec(PROOF_BITS, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    private static byte[] about(SupplierId supplier, SecretField field) {
        return (supplier.value() + "\n" + field.name()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] nonce, byte[] sealed) {
        var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return all;
    }
}
