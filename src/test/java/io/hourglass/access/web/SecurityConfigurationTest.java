package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.access.proofs.LoginThrottle;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The doors of the real server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:doors-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "hourglass.access.operations-password=" + SecurityConfigurationTest.PASSWORD,
            "hourglass.access.secure-cookies=false",
            "hourglass.access.body-limit=100KB",
            "hourglass.access.requests-per-second=200"
        })
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("At the doors of the server")
class SecurityConfigurationTest {

    static final String PASSWORD = "an-hourglass-runs";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient machine = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletWebServerApplicationContext server;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @BeforeEach
    void people() {
        accounts.put(new Account("ada", Role.AUDITOR, null, encoder.encode(PASSWORD)));
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s1", encoder.encode(PASSWORD)));
        accounts.put(new Account("anna", Role.BUYER, "b1", encoder.encode(PASSWORD)));
    }

    private HttpResponse<String> send(HttpClient client, String path, UnaryOperator<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return client.send(request.apply(builder).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> look(String path) throws IOException, InterruptedException {
        return send(browser, path, UnaryOperator.identity());
    }

    private HttpResponse<String> call(String path, String name, String password) throws Exception {
        return send(machine, path, request -> request.header("Authorization", basic(name, password)));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** On a connection of its own: a kept one may just be closed by the server, and a POST is not sent again. */
    private HttpResponse<String> post(String path, String json, String header, String value) throws Exception {
        return send(HttpClient.newHttpClient(), path, request -> request.header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(json)));
    }

    /** The key that operations makes for a system. */
    private String key(String... scopes) throws Exception {
        var json = "{\"name\": \"backend\", \"scopes\": [\"" + String.join("\", \"", scopes) + "\"]}";
        var made = post("/api/api-keys", json, "Authorization", basic("operations", PASSWORD));
        assertThat(made.statusCode()).isEqualTo(201);
        return valueOf(made.body(), "\"secret\":\"([^\"]+)\"");
    }

    private static String valueOf(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return form("/login", Map.of("username", name, "password", password));
    }

    private HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        var token = FORM_TOKEN.matcher(look("/login").body());
        var body = new StringBuilder(token.find() ? "_csrf=" + encode(token.group(1)) : "");
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encode(value)));
        return send(browser, path, request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/, 302",
        "/login, 200",
        "/login?lang=zh, 200",
        "/hourglass.css, 200",
        "/webjars/htmx.org/dist/htmx.min.js, 200",
        "/alternatives/none, 404",
        "/inquiry.svg, 200",
        "/swagger-ui/index.html, 200",
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/actuator, 302",
        "/actuator/env, 302",
        "/api/suppliers, 401",
        "/api/nothing, 401",
        "/engine-rest, 401",
        "/engine-rest/engine, 401",
        "/engine-rest;x/engine, 400",
        "/%65ngine-rest/engine, 400",
        "/camunda, 401",
        "/camunda/app/cockpit/, 302",
        "/camunda/app/admin/default/setup/, 302",
        "/%63amunda/app/cockpit/, 400",
        "/%63amunda/api/engine/engine, 400",
        "/%63amunda/api/admin/auth/user/default, 400",
        "/camunda;/app/cockpit/, 400",
        "/camunda;x=1/api/engine/engine, 400",
        "/camunda/%61pi/engine/engine, 400",
        "/camunda/api/engine;/x, 400",
        "/camunda/api/%65ngine/x, 400",
        "/%63%61munda, 400",
        "/%2563amunda/api/engine/engine, 302",
        "/camunda/api/engine/engine/default/process-definition, 401",
        "/camunda/api/admin/auth/user/default/login/cockpit, 401",
        "/camunda/lib/deps.js, 401",
        "/badges/..;/camunda/lib/deps.js, 400",
        "/badges/%2e%2e/camunda/lib/deps.js, 400",
        "/badges/.%2E;x=1/camunda/lib/deps.js, 400",
        "/badges/x/.;/badge.json, 400",
        "/badges//camunda, 400",
        "//camunda/lib/deps.js, 400",
        "/badges/..%2Fcamunda/badge.json, 404",
        "/badges/s..;/badge.json, 404"
    })
    @DisplayName("nobody known gets in nowhere but where anybody may")
    void nobody(String path, int status) throws Exception {
        assertThat(look(path).statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName("operations signs in with a form, under a new session, and is signed in to Cockpit")
    void operations() throws Exception {
        look("/login");
        var before = session().getValue();
        assertThat(signIn("operations", "another-password")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?wrong");
        assertThat(look("/login?wrong").body()).contains("Name or password is wrong", "value=\"operations\"");
        assertThat(look("/login?wrong&lang=zh").body()).contains("用户名或密码不正确").doesNotContain("value=\"operations\"");
        var entered = signIn("operations", PASSWORD);
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/");
        assertThat(session().getValue())
                .as("the session of before cannot be used to get in")
                .isNotEqualTo(before);
        assertThat(session().isHttpOnly()).isTrue();
        assertThat(entered.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.contains("SameSite=Lax"));
        assertThat(look("/about").body()).as("the language last chosen").contains("已登录：operations");
        assertThat(look("/about?lang=en").body()).contains("Signed in as operations");
        assertThat(look("/about").body()).as("the language last chosen").contains("Signed in as operations");
        assertThat(look("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        var models = look("/camunda/api/engine/engine/default/process-definition");
        assertThat(models.statusCode()).isEqualTo(200);
        assertThat(models.body()).contains("\"key\":\"inquiry\"");
        assertThat(form("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(look("/login?out").body()).contains("You are signed out");
        assertThat(look("/").statusCode()).isEqualTo(302);
        assertThat(look("/camunda/api/engine/engine/default/process-definition").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName(
            "an account of the configuration is shown with the others, suggested as an actor, and not changed by a page")
    void configured() throws Exception {
        signIn("operations", PASSWORD);
        assertThat(look("/settings/accounts").body()).contains("href=\"/settings/accounts/operations\"");
        var page = look("/settings/accounts/operations?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("from the configuration of the program")
                .doesNotContain("/closure\"");
        assertThat(look("/operations/actions").body()).contains("<option value=\"operations\">");
        var token = valueOf(page.body(), FORM_TOKEN.pattern());
        for (var act : new String[] {"closure", "link", "sessions-end", "reopening"}) {
            var refused = send(browser, "/settings/accounts/operations/" + act, request -> request.header(
                            "Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + encode(token))));
            assertThat(refused.statusCode()).as(act).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("a session that nobody uses is forgotten after half an hour, one of nobody known after five minutes")
    void sessionLife() throws Exception {
        look("/login");
        assertThat(secondsLeft(session())).isEqualTo(300);
        signIn("ada", PASSWORD);
        assertThat(secondsLeft(session())).isEqualTo(1800);
    }

    private int secondsLeft(HttpCookie session) throws IOException {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        var context = (Context) tomcat.getHost().findChildren()[0];
        return context.getManager().findSession(session.getValue()).getMaxInactiveInterval();
    }

    @Test
    @DisplayName("a call of nobody known leaves no session behind")
    void noSession() throws Exception {
        assertThat(look("/api/suppliers").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(cookies.getCookieStore().getCookies()).isEmpty();
    }

    @Test
    @DisplayName("an auditor reads in Cockpit and changes nothing there")
    void auditor() throws Exception {
        signIn("ada", PASSWORD);
        assertThat(look("/camunda/api/engine/engine/default/process-definition").body())
                .contains("\"key\":\"inquiry\"");
        var page = look("/camunda/app/cockpit/default/");
        assertThat(page.statusCode()).isEqualTo(200);
        var suspend = suspend(true);
        assertThat(suspend.statusCode()).isEqualTo(403);
        assertThat(suspend.body()).contains("ada may not do this here");
    }

    private HttpResponse<String> suspend(boolean suspended) throws Exception {
        return inCockpit(
                "process-definition/key/inquiry/suspended",
                request -> request.PUT(BodyPublishers.ofString("{\"suspended\": " + suspended + "}")));
    }

    private HttpResponse<String> inCockpit(String path, UnaryOperator<HttpRequest.Builder> call) throws Exception {
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        return send(
                browser,
                "/camunda/api/engine/engine/default/" + path,
                request -> call.apply(
                        request.header("Content-Type", "application/json").header("X-XSRF-TOKEN", token)));
    }

    @Test
    @DisplayName(
            "a call from Cockpit that could change something is in the ledger before it is made, and one that only asks is not")
    void callsFromCockpit() throws Exception {
        signIn("operations", PASSWORD);
        look("/camunda/app/cockpit/default/");
        var before = callsInLedger();
        for (var query : new String[] {"process-instance", "process-instance/count", "job"}) {
            assertThat(inCockpit(query, request -> request.POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(callsInLedger()).isEqualTo(before);
        assertThat(suspend(true).statusCode()).isEqualTo(204);
        assertThat(suspend(false).statusCode()).isEqualTo(204);
        assertThat(inCockpit("message", request -> request.POST(BodyPublishers.ofString("{\"messageName\": \"none\"}")))
                        .statusCode())
                .isEqualTo(403);
        var about = "\"about\":\"engine/engine/default/";
        assertThat(callsInLedger().stream().skip(before.size()))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("operations ")
                                .contains(
                                        about + "process-definition/key/inquiry/suspended",
                                        "PUT {\\\"suspended\\\": true}"),
                        second -> assertThat(second)
                                .contains(
                                        about + "process-definition/key/inquiry/suspended",
                                        "PUT {\\\"suspended\\\": false}"));
    }

    @Test
    @DisplayName("a call from Cockpit that the engine refuses is in the ledger once more, as refused")
    void refusedCallsFromCockpit() throws Exception {
        signIn("operations", PASSWORD);
        look("/camunda/app/cockpit/default/");
        var before = callsInLedger();
        var refused =
                inCockpit("job/none/retries", request -> request.PUT(BodyPublishers.ofString("{\"retries\": 3}")));
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(callsInLedger().stream().skip(before.size()))
                .satisfiesExactly(asked -> assertThat(asked).contains("\"PUT {"), answered -> assertThat(answered)
                        .contains("\"" + refused.statusCode() + " PUT {"));
    }

    private List<String> callsInLedger() {
        return jdbc
                .sql("select person || ' ' || content from hourglass.ledger_record where kind = 'ACTION' order by id")
                .query(String.class)
                .list()
                .stream()
                .filter(content -> content.contains("call the engine"))
                .toList();
    }

    @Test
    @DisplayName("a form forged elsewhere changes nothing in Cockpit, and leaves operations signed in")
    void forgedInCockpit() throws Exception {
        signIn("operations", PASSWORD);
        look("/camunda/app/cockpit/default/");
        var before = callsInLedger();
        var forged = send(
                browser,
                "/camunda/api/engine/engine/default/process-definition/key/inquiry/suspended",
                request -> request.header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"suspended\": true}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(callsInLedger()).hasSameSizeAs(before);
        assertThat(look("/camunda/api/engine/engine/default/process-definition?suspended=true")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    @DisplayName("a session ends with its account: when it is removed, and when it has another password or role")
    void endedAccounts() throws Exception {
        for (var end : List.<Runnable>of(
                () -> accounts.remove("ada"),
                () -> accounts.put(new Account("ada", Role.AUDITOR, null, encoder.encode(PASSWORD))),
                () -> accounts.put(new Account("ada", Role.SUPPLIER, "s1", encoder.encode(PASSWORD))))) {
            people();
            signIn("ada", PASSWORD);
            assertThat(look("/api/book-days").statusCode()).isEqualTo(200);
            assertThat(look("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
            end.run();
            assertThat(look("/camunda/app/cockpit/default/").statusCode()).isEqualTo(302);
            assertThat(look("/api/book-days").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("a name that no account can have is remembered by nobody, and refused like any other")
    void oddNames() throws Exception {
        for (var name : new String[] {"x".repeat(65), "a\u0000b", " ada", ""}) {
            assertThat(call("/api/book-days", name, PASSWORD).statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"operations, 200", "ada, 200", "li.wei, 403", "anna, 403"})
    @DisplayName("Cockpit lets in operations and auditors, the engine's REST API nobody")
    void engine(String name, int status) throws Exception {
        signIn(name, PASSWORD);
        for (var path : new String[] {
            "/camunda/app/cockpit/default/",
            "/camunda/api/engine/engine/default/process-definition",
            "/camunda/app/cockpit/scripts/config.js"
        }) {
            assertThat(look(path).statusCode()).as(path).isEqualTo(status);
        }
        assertThat(look("/engine-rest/engine").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("a key opens nothing of the engine's own")
    void engineByKey() throws Exception {
        var key = key("SUBMIT", "READ", "DECIDE", "TELL", "DESCRIBE");
        for (var path : new String[] {
            "/engine-rest/engine", "/camunda/api/engine/engine/default/process-definition", "/camunda/lib/deps.js"
        }) {
            assertThat(send(machine, path, request -> request.header("X-API-Key", key))
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("a form without the page's token does nothing, and neither does a call with the session alone")
    void forgedForm() throws Exception {
        signIn("li.wei", PASSWORD);
        var forged =
                send(browser, "/api/suppliers/s1/display", request -> request.header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"shown\": false}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("Load its page again");
        assertThat(look("/suppliers/s1/inbox").body()).contains("No inquiry has reached you yet");
    }

    @Test
    @DisplayName("a wrong password is told from no account by nothing; after ten the name waits at that address")
    void guessing(CapturedOutput output) throws Exception {
        accounts.put(new Account("guessed", Role.AUDITOR, null, encoder.encode(PASSWORD)));
        for (var guess = 0; guess < LoginThrottle.FAILURES_OF_A_NAME; guess++) {
            var wrong = call("/api/book-days", "guessed", "secret-guess-" + guess);
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body())
                    .isEqualTo(call("/api/book-days", "no-one-" + guess, "x").body());
        }
        var waits = call("/api/book-days", "guessed", PASSWORD);
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).hasValue("90");
        assertThat(signIn("guessed", PASSWORD).headers().firstValue("Location").orElse(""))
                .endsWith("/login?wait");
        assertThat(call("/api/book-days", "ada", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(output).doesNotContain(PASSWORD).doesNotContain("secret-guess");
    }

    @Test
    @DisplayName("a stranger's guesses lock nobody out: not elsewhere, and not who signed in from there lately")
    void lockingOut() throws Exception {
        accounts.put(new Account("owner", Role.AUDITOR, null, encoder.encode(PASSWORD)));
        assertThat(call("/api/book-days", "owner", PASSWORD).statusCode()).isEqualTo(200);
        for (var guess = 0; guess <= LoginThrottle.FAILURES_OF_A_NAME; guess++) {
            call("/api/book-days", "owner", "another-password");
        }
        assertThat(call("/api/book-days", "owner", "another-password").statusCode())
                .isEqualTo(429);
        assertThat(call("/api/book-days", "owner", PASSWORD).statusCode()).isEqualTo(200);
        accounts.put(new Account("owner", Role.AUDITOR, null, encoder.encode("a-new-password-")));
        assertThat(call("/api/book-days", "owner", PASSWORD).statusCode())
                .as("it is no account's any more")
                .isNotEqualTo(200);
    }

    @Test
    @DisplayName("a key does what its scopes say until it is revoked, and is told once")
    void keys(CapturedOutput output) throws Exception {
        var key = key("SUBMIT");
        var inquiry = "{\"id\": \"k1\", \"buyer\": \"b1\", \"supplier\": \"s1\"}";
        assertThat(post("/api/inquiries", inquiry, "X-API-Key", key).statusCode())
                .isEqualTo(201);
        for (var way :
                Map.of("X-API-Key", key, "Authorization", "Bearer " + key).entrySet()) {
            assertThat(send(machine, "/api/inquiries/k1", request -> request.header(way.getKey(), way.getValue()))
                            .statusCode())
                    .as(way.getKey())
                    .isEqualTo(403);
        }
        var all = call("/api/api-keys", "operations", PASSWORD).body();
        assertThat(all).contains("\"SUBMIT\"").doesNotContain(key).doesNotContain("secret");
        var id = key.split("_", 3)[1];
        var revoked = send(machine, "/api/api-keys/" + id, request -> request.header(
                        "Authorization", basic("operations", PASSWORD))
                .DELETE());
        assertThat(revoked.body()).contains("revokedAt");
        assertThat(post("/api/inquiries", inquiry, "X-API-Key", key).statusCode())
                .isEqualTo(401);
        assertThat(post("/api/inquiries", inquiry, "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(401);
        for (var wrong : new String[] {"hg_" + id + "_wrong", "hg_none_x", "sample-key", "x", ""}) {
            assertThat(post("/api/inquiries", inquiry, "X-API-Key", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(output).doesNotContain(key);
    }

    @Test
    @DisplayName("the names of the sample marketplace open nothing outside of it")
    void noSample() throws Exception {
        assertThat(call("/api/book-days", "auditor", "sample").statusCode()).isEqualTo(401);
        assertThat(call("/api/book-days", "operations", "sample").statusCode()).isEqualTo(401);
        assertThat(look("/login").body()).doesNotContain("sample-key").doesNotContain("sample marketplace");
    }

    @Test
    @DisplayName("a request that is too long is 413, whether it says so beforehand or not")
    void tooLong() throws Exception {
        var key = key("SUBMIT");
        var text = "x".repeat(150_000);
        var inquiry = "{\"id\": \"long\", \"buyer\": \"b1\", \"supplier\": \"s1\", \"text\": \"" + text + "\"}";
        var said = post("/api/inquiries", inquiry, "X-API-Key", key);
        assertThat(said.statusCode()).isEqualTo(413);
        assertThat(said.body()).contains("100 kB");
        var bytes = inquiry.getBytes(StandardCharsets.UTF_8);
        var unsaid = send(machine, "/api/inquiries", request -> request.header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes))));
        assertThat(unsaid.statusCode()).isEqualTo(413);
    }

    @Test
    @DisplayName("pages and answers carry headers that keep others' scripts and frames out")
    void headers() throws Exception {
        for (var path : new String[] {"/login", "/api/suppliers", "/alternatives/none"}) {
            var headers = look(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).isPresent();
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(look("/camunda/app/cockpit/")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
    }

    @Test
    @DisplayName("what pages are made of may be kept, and is asked after each time: 304 while it is the same")
    void keptFiles() throws Exception {
        for (var path : new String[] {"/hourglass.css", "/scripts/chart.js", "/webjars/htmx.org/dist/htmx.min.js"}) {
            var first = look(path).headers();
            assertThat(first.firstValue("Cache-Control")).as(path).hasValue("no-cache");
            var made = first.firstValue("Last-Modified").orElseThrow();
            var again = send(machine, path, request -> request.header("If-Modified-Since", made));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    @DisplayName("an id with any character can be read again at the address that its submission gave")
    void anyId() throws Exception {
        var key = key("SUBMIT", "READ");
        for (var id : new String[] {"2026/42", "a;b", "50%", "a\\b", "询盘//1", "a?b#c"}) {
            var json = "{\"id\": \"" + id.replace("\\", "\\\\") + "\", \"buyer\": \"b1\", \"supplier\": \"s1\"}";
            var kept = post("/api/inquiries", json, "X-API-Key", key);
            assertThat(kept.statusCode()).as(id).isEqualTo(201);
            var address = kept.headers().firstValue("Location").orElseThrow();
            var path = URI.create(address).getRawPath();
            var read = send(machine, Objects.requireNonNull(path), request -> request.header("X-API-Key", key));
            assertThat(read.statusCode()).as(address).isEqualTo(200);
            assertThat(read.body()).contains("\"id\":\"" + id.replace("\\", "\\\\") + "\"");
        }
    }

    @Test
    @DisplayName("every call is described, with its errors, formats and an example")
    void described() throws Exception {
        assertThat(look("/openapi.json").body())
                .contains("/api/inquiries/{inquiry}/amendments")
                .contains("/api/suppliers/{supplier}/published-number/inquiries")
                .contains("/api/book-days")
                .contains("application/problem+json")
                .contains("#/components/schemas/Problem")
                .contains("inq-1001")
                .contains("\"format\":\"date-time\"")
                .contains("X-API-Key");
    }
}
