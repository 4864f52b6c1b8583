package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.access.NotAllowed;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.evidence.FactConflict;
import io.hourglass.kernel.ids.FactId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every form of the pages, as a browser sends it to the real server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:forms-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "hourglass.access.secure-cookies=false",
            "hourglass.access.body-limit=20KB",
            "hourglass.access.requests-per-second=1000000"
        })
@Import({DatabaseGate.class, FormsKeptTest.Fault.class})
@TestExecutionListeners(value = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What was typed into a form that is not taken")
class FormsKeptTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String TYPED = "Forty <b>pumps</b> & \"valves\", 价格？";
    private static final String SHOWN = "Forty &lt;b&gt;pumps&lt;/b&gt; &amp; &quot;valves&quot;, 价格？";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DatabaseGate gate;

    @Autowired
    private Fault fault;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, Browser> browsers = new HashMap<>();
    private @Nullable String hash;

    /** Fails in the place of a page's controller when told so. */
    @TestComponent
    static class Fault implements WebMvcConfigurer, HandlerInterceptor {

        private volatile @Nullable RuntimeException present;

        void is(@Nullable RuntimeException failure) {
            present = failure;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var failure = present;
            if (failure != null && HttpMethod.POST.matches(request.getMethod())) {
                throw failure;
            }
            return true;
        }
    }

    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();

        String token = "none";

        HttpResponse<String> look(String path, String accept) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(at(path)).header("Accept", accept).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> send(String path, String language, String form) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(at(path))
                            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                            .header("Accept-Language", language)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }

        Browser signIn(String name) throws Exception {
            var form =
                    "_csrf=" + encode(found(TOKEN, look("/login", "text/html").body())) + "&username=" + name
                            + "&password=" + encode(PASSWORD);
            assertThat(send("/login", "en", form).headers().firstValue("Location"))
                    .hasValue("/");
            token = found(TOKEN, look("/password", "text/html").body());
            return this;
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @BeforeEach
    void people() {
        var known = hash == null ? encoder.encode(PASSWORD) : hash;
        hash = known;
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s1", known));
        accounts.put(new Account("anna", Role.BUYER, "b1", known));
        accounts.put(new Account("olga", Role.OPERATIONS, null, known));
        accounts.put(new Account("ada", Role.AUDITOR, null, known));
    }

    @AfterEach
    void wellAgain() {
        gate.open();
        fault.is(null);
    }

    /** Of whoever may send such a form; kept signed in. */
    private Browser browser(String form) throws Exception {
        var name = form.startsWith("/suppliers/")
                ? "li.wei"
                : form.matches("/operations/outages/.+")
                        ? "ada"
                        : form.startsWith("/operations/") || form.startsWith("/settings/")
                                ? "olga"
                                : form.startsWith("/audit/") ? "ada" : "anna";
        var known = browsers.get(name);
        if (known == null) {
            known = new Browser().signIn(name);
            browsers.put(name, known);
        }
        return known;
    }

    /** Those that controllers take; parts of their paths are ids that could be. */
    Stream<String> taken() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST)))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/"))
                .map(path -> path.replace("{supplier}", "s1").replace("{buyer}", "b1"))
                .map(path -> path.replaceAll("\\{[^}]+}", "x1"))
                .sorted();
    }

    /** A link that is none is seen without the database, and without a session. */
    private static boolean isLinked(String form) {
        return form.startsWith("/alternatives/") || form.startsWith("/mail/");
    }

    /** And those that the doors take. */
    Stream<String> guarded() {
        return Stream.concat(
                taken().filter(path -> !isLinked(path) && !path.startsWith("/password/reset/")), Stream.of("/logout"));
    }

    @Test
    @DisplayName("could have been typed into each of some twenty forms")
    void forms() {
        assertThat(taken())
                .hasSizeGreaterThan(15)
                .contains("/suppliers/s1/inquiries/x1/replies", "/buyers/b1/new-inquiry", "/alternatives/x1/picks");
    }

    private static String form(String token) {
        return "_csrf=" + encode(token) + "&form=f-1&text=" + encode(TYPED) + "&anything=" + encode("a\r\nb")
                + "&current=secret-1&next=secret-2&again=secret-3";
    }

    private void isKept(HttpResponse<String> answer, String form, int status, String english, String chinese) {
        var zh = answer.body().contains("<html lang=\"zh\">");
        assertThat(answer.statusCode()).as(form).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .as(form)
                .contains(zh ? chinese : english)
                .contains("<form class=\"card\" method=\"post\" action=\"" + form + "?page=1\"")
                .contains("name=\"text\" rows=\"2\">" + SHOWN + "</textarea>")
                .contains("name=\"form\" value=\"f-1\"")
                .containsPattern("name=\"anything\" rows=\"2\">a\r?\nb</textarea>")
                .contains("type=\"password\" required")
                .doesNotContain("secret-", "<b>pumps");
    }

    private HttpResponse<String> sent(Browser browser, String form, String language, String token) throws Exception {
        var answer = browser.send(form + "?page=1", language, form(token));
        assertThat(answer.body()).as(form).contains("<html lang=\"" + language + "\">");
        return answer;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    @DisplayName("is on the page that says that the session is over, in a form to be sent again")
    void sessionOver(String form) throws Exception {
        for (var language : List.of("en", "zh")) {
            var answer = sent(new Browser(), form, language, "of-a-session-that-is-over");
            isKept(answer, form, 403, "Your session has expired", "您的登录已过期");
            assertThat(answer.body()).contains("href=\"/login\" target=\"_blank\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    @DisplayName("is shown again with a token of the present session, where that of the form is another's")
    void oldToken(String form) throws Exception {
        for (var language : List.of("en", "zh")) {
            var answer = sent(browser(form), form, language, "of-another-session");
            isKept(answer, form, 403, "Please check this again", "请再看一遍并发送");
            var token = TOKEN.matcher(answer.body().substring(answer.body().indexOf("<main")));
            assertThat(token.find()).isTrue();
            assertThat(token.group(1)).isNotEqualTo("of-another-session");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    @DisplayName("is on the page where the database is away, where something failed, and where it is otherwise by now")
    void failed(String form) throws Exception {
        for (var language : List.of("en", "zh")) {
            var browser = browser(form);
            fault.is(new IllegalStateException("broken"));
            isKept(sent(browser, form, language, browser.token), form, 500, "on our side", "是我们的问题");
            fault.is(new FactConflict(new FactId("f")));
            isKept(sent(browser, form, language, browser.token), form, 409, "not possible now", "目前无法进行");
            fault.is(null);
            gate.refuse();
            var away = sent(browser, form, language, browser.token);
            if (isLinked(form)) {
                isKept(away, form, 404, "This link is not valid", "此链接无效");
            } else {
                isKept(away, form, 503, "is not available at the moment", "暂时无法显示");
            }
            gate.open();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    @DisplayName("is on the page as far as it was read, where it is too long or not readable")
    void unread(String form) throws Exception {
        for (var language : List.of("en", "zh")) {
            var browser = browser(form);
            var start = form(browser.token);
            var tooLong = browser.send(form + "?page=1", language, start + "&more=" + "x".repeat(30_000));
            isKept(tooLong, form, 413, "What you sent is too long", "发送的内容过长");
            assertThat(tooLong.body()).contains("xxxxxxxx", "20 kB");
            var broken = browser.send(form + "?page=1", language, start + "&more=50%&other=%ff");
            isKept(broken, form, 400, "Invalid input", "输入有误");
            assertThat(broken.body()).contains(">50%</textarea>", ">\ufffd</textarea>");
        }
    }

    @Test
    @DisplayName("is taken once it was sent again after signing in, and then once more from the page that shows it")
    void again() throws Exception {
        jdbc.sql("insert into hourglass.supplier (id, first_seen_at) values ('s1', current_timestamp)")
                .update();
        var anna = new Browser();
        var first = anna.send(
                "/buyers/b1/new-inquiry", "en", "_csrf=old&id=W-1&supplier=s1&subject=Pumps&text=" + encode(TYPED));
        assertThat(first.statusCode()).isEqualTo(403);
        anna.signIn("anna");
        var second = anna.send("/buyers/b1/new-inquiry", "en", fields(first.body()));
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains("Please check this again", "signed in as anna", SHOWN);
        var third = anna.send("/buyers/b1/new-inquiry", "en", fields(second.body()));
        assertThat(third.statusCode()).as(third.body()).isEqualTo(303);
        assertThat(jdbc.sql("select body from hourglass.fact_text")
                        .query(String.class)
                        .list())
                .containsExactly(TYPED);
        var accepted = "<meta name=\"accepted\" content=\"/buyers/b1/new-inquiry\">";
        var then = third.headers().firstValue("Location").orElseThrow();
        assertThat(first.body() + second.body()).doesNotContain("name=\"accepted\"");
        assertThat(anna.look(then, "text/html").body())
                .as("the page that is led to tells the browser once which form was accepted, so that its draft can go")
                .contains(accepted, "<meta name=\"account\" content=\"anna\">", "src=\"/scripts/drafts.js\"");
        assertThat(anna.look(then, "text/html").body()).doesNotContain("name=\"accepted\"");
    }

    /** What a browser sends of the form on a page. */
    private static String fields(String page) {
        var form = page.substring(page.indexOf("<main"));
        var all = new StringBuilder();
        var hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            all.append(hidden.group(1))
                    .append('=')
                    .append(encode(hidden.group(2)))
                    .append('&');
        }
        var typed = Pattern.compile("name=\"([^\"]+)\" rows=\"\\d+\">([^<]*)</textarea>")
                .matcher(form);
        while (typed.find()) {
            var value = typed.group(2)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            all.append(typed.group(1)).append('=').append(encode(value)).append('&');
        }
        return all.toString();
    }

    @Test
    @DisplayName("is not shown where a page of another site sent it")
    void foreign() throws Exception {
        var request = HttpRequest.newBuilder(at("/buyers/b1/new-inquiry"))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form("none")))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your session has expired").doesNotContain("pumps");
    }

    @ParameterizedTest
    @CsvSource({"en, This page was open for too long", "zh, 此页面打开时间过长"})
    @DisplayName("is the name on a login page whose session is over; the next try signs in")
    void lateLogin(String language, String why) throws Exception {
        var anna = new Browser();
        var late = anna.send("/login", language, "_csrf=old&username=anna&password=" + encode(PASSWORD));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body())
                .contains(why, "name=\"username\"", "value=\"anna\"")
                .doesNotContain(PASSWORD);
        var form = "_csrf=" + encode(found(TOKEN, late.body())) + "&username=anna&password=" + encode(PASSWORD);
        assertThat(anna.send("/login", language, form).headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    @DisplayName("is the name where the database is away as somebody signs in")
    void loginWhileAway() throws Exception {
        var anna = new Browser();
        var token = found(TOKEN, anna.look("/login", "text/html").body());
        gate.refuse();
        var away = anna.send("/login", "en", "_csrf=" + encode(token) + "&username=anna&password=" + encode(PASSWORD));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body())
                .contains(">anna</textarea>", "type=\"password\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("is on a page in the language that was chosen, though the session that chose it is over")
    void chosenLanguage() throws Exception {
        var anna = new Browser().signIn("anna");
        anna.look("/password?lang=zh", "text/html");
        accounts.put(new Account("anna", Role.BUYER, "b1", encoder.encode(PASSWORD)));
        var answer = anna.send("/buyers/b1/new-inquiry?page=1", "en", form(anna.token));
        isKept(answer, "/buyers/b1/new-inquiry", 401, "You are not signed in", "您尚未登录");
        assertThat(answer.body()).contains("您尚未登录");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/nothing, 404",
        "/operations, 403",
        "/operations/nothing, 404",
        "/camunda/app/cockpit/default/, 403",
        "/engine-rest/engine, 403",
        "/buyers/b2/inquiries, 404",
        "/buyers/b1/inquiries/none, 404",
        "/buyers/b1/inquiries?page=x, 400",
        "/bpmn-js/none.js, 404",
        "/buyers//inquiries, 400",
        "/buyers/%2e%2e/x, 400",
        "/suppliers/s1/inquiries/x.js, 403",
        "/password?a=%ff, 400"
    })
    @DisplayName(
            "has nothing to do with an address that is unknown, forbidden or odd: a page, and a problem for programs")
    void addresses(String path, int status) throws Exception {
        var anna = browser("/buyers/");
        var page = anna.look(path, "text/html,*/*;q=0.8");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<header>", "href=\"/\"").doesNotContain("<form class=\"card\"");
        var problem = anna.look(path, "application/json");
        assertThat(problem.statusCode()).isEqualTo(path.endsWith("/nothing") ? 403 : status);
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/api/nothing, 404, Page not found",
        "/api/suppliers, 403, No access",
        "/api/inquiries/none, 404, There is no such inquiry.",
        "/api/buyers/b1/inquiries?page=x, 400, page is x"
    })
    @DisplayName(
            "has nothing to do with an address of the API: a page to who opens it in a browser, a problem to programs")
    void calls(String path, int status, String said) throws Exception {
        var anna = browser("/buyers/");
        var page = anna.look(path, "text/html");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains("<header>", said, "href=\"/\"");
        assertThat(anna.look(path, "text/html,application/json")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .contains("json");
        var nobody = new Browser().look(path, "text/html");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("You are not signed in", "href=\"/login\"");
    }

    @ParameterizedTest(name = "{0} {1} by anna is {2}")
    @CsvSource({
        "POST, /nothing, 404, Page not found,",
        "POST, /account, 405, This cannot be done here, 'GET, HEAD'",
        "POST, /search, 405, This cannot be done here, 'GET, HEAD'",
        "GET, /logout, 405, This cannot be done here, POST",
        "POST, /buyers/b1/inquiries, 405, This cannot be done here, 'GET, HEAD'",
        "GET, /buyers/b1/inquiries/i/withdrawal, 405, This cannot be done here, POST",
        "POST, /buyers/b2/inquiries, 403, anna may not see or do this,",
        "GET, /buyers/b2/inquiries/i/withdrawal, 403, anna may not see or do this,",
        "POST, /buyers/b1, 404, Page not found,",
        "POST, /operations, 403, anna may not see or do this,",
        "GET, /suppliers/s1/display, 403, anna may not see or do this,",
        "POST, /settings/keys, 403, anna may not see or do this,"
    })
    @DisplayName(
            "is told to who is signed in as it is: no such address, a method that it does not take, or one that is another's")
    void unserved(String method, String path, int status, String said, @Nullable String allow) throws Exception {
        var anna = browser("/buyers/");
        var answer = method.equals("GET")
                ? anna.look(path + "?lang=en", "text/html")
                : anna.send(path, "en", "_csrf=" + encode(anna.token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said).doesNotContain("Send it again");
        assertThat(answer.headers().firstValue("Allow").orElse(null)).isEqualTo(allow);
    }

    @Test
    @DisplayName("by nobody is led to the login page, where a page was asked for")
    void nobody() throws Exception {
        assertThat(new Browser()
                        .look("/buyers/b1/inquiries", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Browser().look("/buyers/b1/inquiries", "text/html").statusCode())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("by a method that an open page has not got is answered by a page with 405")
    void method() throws Exception {
        var answer = new Browser().send("/alternatives/x1", "en", "text=" + encode(TYPED));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("This cannot be done here", SHOWN);
    }

    @Test
    @DisplayName(
            "comes with ways on: back to the page that it was typed into, if that is one of ours, and to the start")
    void waysOn() throws Exception {
        var anna = browser("/buyers/");
        for (var from : Map.of(
                        at("/buyers/b1/new-inquiry?supplier=s1").toString(),
                        "/buyers/b1/new-inquiry?supplier=s1",
                        "https://elsewhere.example/buyers/b1/new-inquiry",
                        "",
                        at("//elsewhere.example").toString(),
                        "",
                        "no address",
                        "")
                .entrySet()) {
            var request = HttpRequest.newBuilder(at("/buyers/b1/new-inquiry"))
                    .header("Accept", "text/html")
                    .header("Referer", from.getKey())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form("of-another-session")))
                    .build();
            var body = anna.http.send(request, BodyHandlers.ofString()).body();
            var back = "<a class=\"next\" href=\"" + from.getValue() + "\">Back to the page before</a>";
            assertThat(body).contains("<a class=\"next\" href=\"/\">To the start page</a>");
            assertThat(body.contains("Back to the page before"))
                    .as(from.getKey())
                    .isEqualTo(!from.getValue().isEmpty());
            assertThat(body.contains(back)).as(body).isEqualTo(!from.getValue().isEmpty());
        }
        var again = HttpRequest.newBuilder(at("/buyers/b1/inquiries/none"))
                .header("Accept", "text/html")
                .header("Referer", at("/buyers/b1/inquiries/none").toString())
                .build();
        assertThat(anna.http.send(again, BodyHandlers.ofString()).body())
                .contains("There is no such inquiry.")
                .doesNotContain("Back to the page before");
    }

    @Test
    @DisplayName("comes with a reference where the fault is ours, by which the cause is found in the log")
    void reference() throws Exception {
        var anna = browser("/buyers/");
        fault.is(new IllegalStateException("a secret of the house"));
        var first = sent(anna, "/buyers/b1/new-inquiry", "en", anna.token).body();
        var second = sent(anna, "/buyers/b1/new-inquiry", "en", anna.token).body();
        var reference = Pattern.compile("the cause is found: ([0-9a-f]{8})");
        assertThat(found(reference, first)).isNotEqualTo(found(reference, second));
        assertThat(first).doesNotContain("a secret of the house");
        fault.is(new NotAllowed("Only auditors may."));
        assertThat(sent(anna, "/buyers/b1/new-inquiry", "en", anna.token).body())
                .contains("No access", "anna may not see or do this");
    }
}
