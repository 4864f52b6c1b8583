package io.hourglass.mailbox.grants;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.secrets.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A token for a mailbox that was granted")
class AccessTokensTest {

    private static final SupplierId SHOP = new SupplierId("s1");
    private static final Secret GRANT = new Secret("marked-grant");

    private final TokenServer server = new TokenServer();
    private Instant now = NOON;
    private final AccessTokens tokens = new AccessTokens(providers("test", server.uri()), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private static Providers providers(String name, @Nullable String uri) {
        return new Providers(new GrantSettings(
                Map.of(name, new GrantSettings.Provider("client", "marked-secret", uri, uri, List.of("imap")))));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("follows from the grant, and is used again until five minutes before its end")
    void held() throws NotGranted {
        server.grants("first", "");
        assertThat(tokens.token(SHOP, "test", GRANT).access().value()).isEqualTo("first");
        assertThat(server.asked().get(0))
                .contains("grant_type=refresh_token", "refresh_token=marked-grant", "client_id=client", "scope=imap");
        server.grants("second", "");
        now = NOON.plus(Duration.ofMinutes(55)).minusMillis(1);
        assertThat(tokens.token(SHOP, "test", GRANT).access().value()).isEqualTo("first");
        now = NOON.plus(Duration.ofMinutes(55));
        assertThat(tokens.token(SHOP, "test", GRANT).access().value()).isEqualTo("second");
    }

    @Test
    @DisplayName("is asked for anew with another grant, and once a server did not take it")
    void anew() throws NotGranted {
        server.grants("first", "");
        tokens.token(SHOP, "test", GRANT);
        tokens.token(SHOP, "test", new Secret("another"));
        assertThat(server.asked()).hasSize(2);
        tokens.forget(SHOP);
        tokens.token(SHOP, "test", new Secret("another"));
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    @DisplayName("may come with another grant, which goes on from there")
    void renewed() throws NotGranted {
        server.grants("first", ", \"refresh_token\": \"next\"");
        assertThat(tokens.token(SHOP, "test", GRANT).renewed()).isEqualTo(new Secret("next"));
        assertThat(tokens.token(SHOP, "test", new Secret("next")).renewed()).isNull();
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, GRANT_ENDED, invalid_grant",
        "400, invalid_client, NO_TOKEN, invalid_client",
        "401, invalid_client, NO_TOKEN, invalid_client",
        "400, <b>odd marked</b>, NO_TOKEN, ''",
        "503, invalid_grant, NO_TOKEN, invalid_token_response"
    })
    @DisplayName(
            "is refused for good when the grant has ended, and else for now; of the provider's words its code alone is shown")
    void refused(int status, String code, FailureKind kind, String words) {
        server.answers(status, "{\"error\": \"" + code + "\", \"error_description\": \"marked\"}");
        assertThatThrownBy(() -> tokens.token(SHOP, "test", GRANT))
                .asInstanceOf(throwable(NotGranted.class))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .satisfies(e -> assertThat(e).hasMessage(words));
    }

    @Test
    @DisplayName("is out of reach while the provider is, answers nonsense, or is configured no more")
    void away() {
        server.answers(200, "nonsense");
        assertThatThrownBy(() -> tokens.token(SHOP, "test", GRANT))
                .asInstanceOf(throwable(NotGranted.class))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.NO_TOKEN));
        server.close();
        assertThatThrownBy(() -> tokens.token(SHOP, "test", GRANT))
                .asInstanceOf(throwable(NotGranted.class))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.NO_TOKEN));
        assertThatThrownBy(() -> tokens.token(SHOP, "other", GRANT)).hasMessageContaining("other");
    }

    @Test
    @DisplayName(
            "needs no addresses of a provider that is known, and both of any other; its client's secret is not printed")
    void configured() {
        assertThat(providers("google", null).names()).containsExactly("google");
        assertThat(providers("microsoft", null).names()).containsExactly("microsoft");
        assertThatThrownBy(() -> providers("other", null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.mailbox.providers.other.authorization-uri");
        var halfSet = new GrantSettings.Provider("client", "", "https://login.example/a", null, List.of());
        assertThatThrownBy(() -> new Providers(new GrantSettings(Map.of("other", halfSet))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.mailbox.providers.other.token-uri");
        assertThat(new GrantSettings(Map.of("a", new GrantSettings.Provider("client", "marked", null, null, List.of())))
                        .toString())
                .doesNotContain("marked");
    }
}
