package io.hourglass.mailbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The secret of a mailbox")
class MailboxKeysTest {

    private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
    private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";
    private static final SupplierId SHOP = new SupplierId("s1");
    private static final Secret SECRET = new Secret("hidden-授权码");

    private static MailboxKeys keys(String... keys) {
        return new MailboxKeys(new MailboxKeySettings(List.of(keys)));
    }

    @Test
    @DisplayName("opens for the supplier and the field that it was encrypted for, and no two texts of it are the same")
    void opens() throws SecretUnreadable {
        var keys = keys(OLD);
        var sealed = keys.seal(SHOP, SecretField.PASSWORD, SECRET);
        assertThat(keys.open(SHOP, SecretField.PASSWORD, sealed)).isEqualTo(SECRET);
        assertThat(keys.seal(SHOP, SecretField.PASSWORD, SECRET)).isNotEqualTo(sealed);
        assertThat(sealed.text()).doesNotContain("hidden");
    }

    @Test
    @DisplayName("opens for no other supplier and no other field")
    void bound() {
        var keys = keys(OLD);
        var sealed = keys.seal(SHOP, SecretField.PASSWORD, SECRET);
        assertThatThrownBy(() -> keys.open(new SupplierId("s2"), SecretField.PASSWORD, sealed))
                .isInstanceOf(SecretUnreadable.class);
        assertThatThrownBy(() -> keys.open(SHOP, SecretField.REFRESH_TOKEN, sealed))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    @DisplayName("does not open when a bit of it was changed, or it was cut")
    void whole() {
        var keys = keys(OLD);
        var sealed = keys.seal(SHOP, SecretField.PASSWORD, SECRET);
        var bytes = Base64.getDecoder().decode(sealed.text());
        bytes[bytes.length - 1] ^= 1;
        for (var text : List.of(Base64.getEncoder().encodeToString(bytes), "AAAA", "", "%")) {
            assertThatThrownBy(() -> keys.open(SHOP, SecretField.PASSWORD, new SealedSecret(sealed.key(), text)))
                    .isInstanceOf(SecretUnreadable.class);
        }
    }

    @Test
    @DisplayName("opens by a former key as long as that is configured, and is encrypted by the first")
    void former() throws SecretUnreadable {
        var old = keys(OLD).seal(SHOP, SecretField.PASSWORD, SECRET);
        var both = keys(NEW, OLD);
        assertThat(both.open(SHOP, SecretField.PASSWORD, old)).isEqualTo(SECRET);
        assertThat(both.seal(SHOP, SecretField.PASSWORD, SECRET).key())
                .isEqualTo(keys(NEW).current().orElseThrow())
                .isNotEqualTo(old.key());
        assertThatThrownBy(() -> keys(NEW).open(SHOP, SecretField.PASSWORD, old))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessageContaining(old.key());
    }

    @Test
    @DisplayName("is shown by nothing that is printed")
    void hidden() {
        assertThat(SECRET).hasToString("Secret[…]");
        assertThat(new MailboxKeySettings(List.of(OLD))).hasToString("MailboxKeySettings[1 keys]");
    }

    @Test
    @DisplayName("has no key where none is configured")
    void none() {
        assertThat(keys().areSet()).isFalse();
        assertThat(keys("", " ").areSet()).isFalse();
        assertThat(keys(OLD).areSet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "b2xk", "%%%%", "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQ="})
    @DisplayName("needs a key of 32 bytes, which no message repeats")
    void length(String key) {
        assertThatThrownBy(() -> keys(key))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.mailbox.key")
                .hasMessageNotContaining(key);
    }
}
