package io.hourglass.mailbox.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.grants.NoConsent.Why;
import io.hourglass.mailbox.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Consent to a mailbox")
class ConsentsTest {

    private static final String BACK = "https://sla.example/mailbox-grants";

    private final TokenServer server = new TokenServer();
    private final Consents consents = consents(Map.of(
            "test",
            new GrantSettings.Provider("client", "secret", server.authorizationUri(), server.uri(), List.of())));

    private static Consents consents(Map<String, GrantSettings.Provider> providers) {
        return new Consents(new Providers(new GrantSettings(providers)), Duration.ofMillis(500));
    }

    private static GrantSettings.Provider known(List<String> scope) {
        return new GrantSettings.Provider("client", "", null, null, scope);
    }

    private static Map<String, String> parameters(AskedConsent asked) {
        return TokenServer.parameters(asked.address().getRawQuery());
    }

    /** Of the answer of somebody who consents. */
    private static String code(AskedConsent asked) {
        var answered = TokenServer.parameters(TokenServer.visit(asked.address()).getRawQuery());
        assertThat(asked.isAnsweredBy(String.valueOf(answered.get("state")))).isTrue();
        return String.valueOf(answered.get("code"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName(
            "is asked for with a state and a challenge that are new each time; the challenge is S256 of the verifier"
                    + " that the code comes with")
    void proven() throws NoConsent {
        server.grants("access", ", \"refresh_token\": \"refresh\"");
        var asked = consents.ask("test", BACK);
        var parameters = parameters(asked);
        assertThat(parameters)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "client")
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKeys("client_secret", "code_verifier");
        assertThat(String.valueOf(parameters.get("redirect_uri"))).isEqualTo(BACK);
        assertThat(consents.grant(asked, code(asked))).isEqualTo(new Secret("refresh"));
        var sent = TokenServer.parameters(server.asked().get(0));
        assertThat(TokenServer.challenge(String.valueOf(sent.get("code_verifier"))))
                .isEqualTo(parameters.get("code_challenge"));
        assertThat(sent).containsEntry("grant_type", "authorization_code").containsKey("client_secret");
        var next = parameters(consents.ask("test", BACK));
        assertThat(next.get("state")).isNotEqualTo(parameters.get("state")).hasSizeGreaterThan(40);
        assertThat(next.get("code_challenge")).isNotEqualTo(parameters.get("code_challenge"));
    }

    @ParameterizedTest
    @CsvSource({
        "google, https://accounts.google.com/o/oauth2/v2/auth?, https://mail.google.com/, access_type=offline, prompt=consent",
        "microsoft, https://login.microsoftonline.com/common/oauth2/v2.0/authorize?,"
                + " https://outlook.office.com/IMAP.AccessAsUser.All offline_access, response_type=code, prompt=select_account"
    })
    @DisplayName(
            "is asked of providers that are known where and for what they have it, unless other rights are configured")
    void knownProviders(String name, String where, String scope, String one, String other) {
        var asked = consents(Map.of(name, known(List.of()))).ask(name, BACK);
        assertThat(asked.address().toString()).startsWith(where).contains(one, other);
        assertThat(String.valueOf(parameters(asked).get("scope"))).isEqualTo(scope);
        var narrower = consents(Map.of(name, known(List.of("mail")))).ask(name, BACK);
        assertThat(parameters(narrower)).containsEntry("scope", "mail");
    }

    @Test
    @DisplayName("is asked of nobody else, and leads to no grant once its provider is configured no more")
    void unknown() {
        assertThatThrownBy(() -> consents.ask("other", BACK))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("provider");
        var asked = consents.ask("test", BACK);
        assertFails(consents(Map.of()), asked, "code", Why.NOT_CONFIGURED, "");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    @DisplayName("is answered by its state alone")
    void states() {
        var asked = consents.ask("test", BACK);
        var state = String.valueOf(parameters(asked).get("state"));
        assertThat(asked.isAnsweredBy(state)).isTrue();
        for (var other : List.of("", "x", state + "x", state.substring(1))) {
            assertThat(asked.isAnsweredBy(other)).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, REFUSED, invalid_client",
        "401, invalid_client, REFUSED, invalid_client",
        "400, <b>odd marked</b>, REFUSED, ''",
        "503, invalid_grant, NO_ANSWER, ''"
    })
    @DisplayName("leads to no grant if the provider refuses the code; of its words its code alone is shown")
    void refused(int status, String error, Why why, String shown) {
        server.answers(status, "{\"error\": \"" + error + "\", \"error_description\": \"marked\"}");
        var asked = consents.ask("test", BACK);
        assertFails(consents, asked, code(asked), why, shown);
    }

    @Test
    @DisplayName("leads to none with a code that is used again, or that another was given for")
    void usedAgain() throws NoConsent {
        server.grants("access", ", \"refresh_token\": \"refresh\"");
        var asked = consents.ask("test", BACK);
        var code = code(asked);
        consents.grant(asked, code);
        assertFails(consents, asked, code, Why.REFUSED, "invalid_grant");
        assertFails(consents, asked, code(consents.ask("test", BACK)), Why.REFUSED, "invalid_grant");
    }

    @Test
    @DisplayName("leads to none without a refresh token: an hour would be all")
    void endsSoon() {
        server.grants("access", "");
        var asked = consents.ask("test", BACK);
        assertFails(consents, asked, code(asked), Why.ENDS_SOON, "");
    }

    @Test
    @DisplayName("leads to none while the provider answers nonsense, nothing, all too slowly, or is away")
    void away() {
        var asked = consents.ask("test", BACK);
        for (var status : List.of(200, 302, 400, 401, 404, 500)) {
            server.answers(status, "nonsense");
            assertFails(consents, asked, code(asked), Why.NO_ANSWER, "");
        }
        server.stall();
        var code = code(asked);
        assertFails(consents, asked, code, Why.NO_ANSWER, "");
        server.trickle();
        server.grants("access", ", \"refresh_token\": \"refresh\"");
        assertFails(consents, asked, code(asked), Why.NO_ANSWER, "");
        server.close();
        assertFails(consents, asked, code, Why.NO_ANSWER, "");
    }

    private static void assertFails(Consents consents, AskedConsent asked, String code, Why why, String shown) {
        assertThatThrownBy(() -> consents.grant(asked, code))
                .asInstanceOf(throwable(NoConsent.class))
                .satisfies(e -> assertThat(e.why()).isEqualTo(why))
                .satisfies(e -> assertThat(e.code()).isEqualTo(shown));
    }

    @ParameterizedTest
    @CsvSource({"access_denied, DENIED, ''", "server_error, REFUSED, server_error", "<i>, REFUSED, ''"})
    @DisplayName("was refused, by the person or else, if the provider leads back with an error")
    void refusals(String error, Why why, String shown) {
        var refusal = Consents.refusal(error);
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(refusal.code()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/authorize",
                "login.example",
                "https:///authorize",
                "https://login.example/#there",
                "https://a@login.example/",
                "https://login.example/ x",
                "javascript:alert(1)"
            })
    @DisplayName("is asked over https alone, but for this machine")
    void unsafe(String uri) {
        assertThatThrownBy(() -> consents(Map.of(
                        "other", new GrantSettings.Provider("client", "", uri, "https://login.example/t", List.of()))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.mailbox.providers.other.authorization-uri");
    }

    @Test
    @DisplayName("leads pages to the origins of its providers, without path or query")
    void origins() {
        var other = new GrantSettings.Provider(
                "client", "", "https://login.example:8443/a?tenant=b", "https://login.example/t", List.of());
        assertThat(new Providers(new GrantSettings(Map.of("other", other, "google", known(List.of())))).origins())
                .containsExactly("https://accounts.google.com", "https://login.example:8443");
        assertThat(new Providers(new GrantSettings(Map.of())).origins()).isEmpty();
    }
}
