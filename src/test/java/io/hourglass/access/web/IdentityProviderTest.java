package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.access.proofs.LoginThrottle;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oidc-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "hourglass.access.secure-cookies=false",
            "server.forward-headers-strategy=native",
            "spring.security.oauth2.client.registration.company.client-id=hourglass",
            "spring.security.oauth2.client.registration.company.client-secret=shared",
            "spring.security.oauth2.client.registration.company.client-name=The company",
            "spring.security.oauth2.client.registration.company.scope=openid",
            "spring.security.oauth2.resourceserver.jwt.audiences=hourglass"
        })
@DisplayName("With an identity provider")
class IdentityProviderTest {

    private static final Issuer ISSUER = new Issuer();

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.company.issuer-uri", ISSUER::address);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::address);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private static Map<String, Object> person(String role) {
        return Map.of("preferred_username", "li.wei", "supplier", "s1", "realm_access", Map.of("roles", List.of(role)));
    }

    private HttpResponse<String> look(String path) throws Exception {
        return browser.send(at(path).build(), BodyHandlers.ofString());
    }

    private int call(String path, String token) throws Exception {
        return call(path, token, "203.0.113.1");
    }

    private int call(String path, String token, String from) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        at(path).header("Authorization", "Bearer " + token)
                                .header("X-Forwarded-For", from)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Test
    @DisplayName("people sign in there, and are here what their claims say")
    void signIn() throws Exception {
        assertThat(look("/login").body()).contains("Sign in with The company");
        ISSUER.signsIn(person("supplier"));
        var start = look("/oauth2/authorization/company");
        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.uri().getPath()).isEqualTo("/suppliers/s1/inbox");
        assertThat(start.body()).contains("Signed in as li.wei").contains("/suppliers/s1/rate");
        assertThat(look("/api/suppliers/s1/profile").statusCode()).isEqualTo(404); // none is known yet
        assertThat(look("/api/book-days").statusCode()).isEqualTo(403);
        ISSUER.signsIn(person("operations"));
        assertThat(look("/oauth2/authorization/company").body()).contains("Signed in as li.wei");
        assertThat(look("/api/book-days").statusCode()).isEqualTo(200);
        assertThat(look("/camunda/api/engine/engine/default/process-definition").statusCode())
                .isEqualTo(200);
        ISSUER.signsIn(person("nothing of ours"));
        assertThat(look("/oauth2/authorization/company").body()).contains("You have no role yet");
        assertThat(look("/api/book-days").statusCode()).isEqualTo(403);
        assertThat(look("/camunda/api/engine/engine/default/process-definition").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("a bearer token is what its claims say, while it is the provider's own, for us, and has not expired")
    void bearer() throws Exception {
        var soon = Instant.now().plusSeconds(60);
        assertThat(call("/api/book-days", ISSUER.token(person("auditor"), soon)))
                .isEqualTo(200);
        assertThat(call("/api/book-days", ISSUER.token(person("supplier"), soon)))
                .isEqualTo(403);
        assertThat(call("/api/book-days", ISSUER.forgedToken(person("auditor"), soon)))
                .isEqualTo(401);
        assertThat(call(
                        "/api/book-days",
                        ISSUER.token(person("auditor"), Instant.now().minusSeconds(120))))
                .isEqualTo(401);
        assertThat(call("/api/book-days", ISSUER.tokenFor("another", person("auditor"), soon)))
                .isEqualTo(401);
        assertThat(call("/api/book-days", ISSUER.token(person("auditor"), null)))
                .as("a token without an end")
                .isEqualTo(401);
        assertThat(call("/api/book-days", "none")).isEqualTo(401);
    }

    @Test
    @DisplayName("tokens that open nothing are limited by address, and those that lately opened something are not")
    void failedTokens() throws Exception {
        var good = ISSUER.token(person("auditor"), Instant.now().plusSeconds(600));
        assertThat(call("/api/book-days", good, "203.0.113.2")).isEqualTo(200);
        var status = 0;
        for (var call = 0; call <= LoginThrottle.FAILURES_OF_AN_ADDRESS && status != 429; call++) {
            status = call("/api/book-days", "none", "203.0.113.2");
        }
        assertThat(status).isEqualTo(429);
        assertThat(call("/api/book-days", good, "203.0.113.2")).isEqualTo(200);
    }
}
