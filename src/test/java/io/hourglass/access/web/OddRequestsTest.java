package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassServerTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Through a socket, since no client of ours would send such a thing. */
@HourglassServerTest
@DisplayName("A request that is odd")
class OddRequestsTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("JSESSIONID=[^;]+");
    private static final String INQUIRY = "{\"id\": \"q1\", \"buyer\": \"b1\", \"supplier\": \"s1\"}";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    private String backend = "";

    @BeforeEach
    void people() throws IOException {
        accounts.put(new Account("anna", Role.BUYER, "b1", encoder.encode(PASSWORD)));
        accounts.put(new Account("olga", Role.OPERATIONS, null, encoder.encode(PASSWORD)));
        var olga = "Authorization: Basic "
                + Base64.getEncoder().encodeToString(("olga:" + PASSWORD).getBytes(StandardCharsets.UTF_8)) + "\r\n";
        var made = send("POST", "/api/api-keys", olga + JSON, "{\"name\": \"b\", \"scopes\": [\"SUBMIT\", \"READ\"]}");
        backend = "X-API-Key: " + made.replaceAll("(?s).*\"secret\":\"([^\"]+)\".*", "$1") + "\r\n";
    }

    /** The whole answer, its head first. */
    private String send(String method, String path, String headers, String body) throws IOException {
        return send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private String send(String method, String path, String headers, byte[] body) throws IOException {
        var length = headers.contains("Transfer-Encoding") ? "" : "Content-Length: " + body.length + "\r\n";
        var request = new ByteArrayOutputStream();
        request.write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + length + headers
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.write(body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private int inquiries() {
        return jdbc.sql("select count(*) from hourglass.inquiry")
                .query(Integer.class)
                .single();
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(found.groupCount());
    }

    /** The header of anna's session, and the token of its forms. */
    private String[] signedIn() throws IOException {
        var page = send("GET", "/login", "", "");
        var before = "Cookie: " + found(COOKIE, page) + "\r\n";
        var form = "username=anna&password=" + encode(PASSWORD) + "&_csrf=" + encode(found(FORM_TOKEN, page));
        var entered = send("POST", "/login", before + FORM, form);
        var cookie = "Cookie: " + found(COOKIE, entered) + "\r\n";
        return new String[] {cookie, found(FORM_TOKEN, send("GET", "/buyers/b1/new-inquiry", cookie, ""))};
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "body: {0}")
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 0\r\n\r\n"
            })
    @DisplayName("and is refused before its body is read leaves the request behind it whole")
    void theNext(String body) throws IOException {
        var refused = "POST /api/inquiries HTTP/1.1\r\nHost: localhost\r\n" + JSON + body;
        var next = "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((refused + next).getBytes(StandardCharsets.UTF_8));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 401").contains("HTTP/1.1 200", "name=\"username\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "User-Agent: Zoë",
                "User-Agent: 中文",
                "Accept: ü",
                "Accept: text/csv",
                "Accept: */x;q=y",
                "Referer: http://x/ü",
                "Cookie: name=Zoë",
                "Cookie: JSESSIONID=é; Zoë=1; \u0080=\u0080",
                "Cookie: ;;=;\"",
                "Accept-Language: zh-中文, ü;q=x, *;q=9",
                "Accept-Language: ;;;;",
                "X-Forwarded-For: ü",
                "X-Request-Id: \u0085\u009f",
                "If-None-Match: ü",
                "If-Modified-Since: ü",
                "Origin: ü",
                "Accept-Encoding: ü",
                "Accept-Charset: ü",
                "Expect: ü",
                "Range: ü",
                "Zoë: 1"
            })
    @DisplayName("by a header that decides nothing is answered as any other")
    void headers(String header) throws IOException {
        assertThat(status(send("GET", "/login", header + "\r\n", ""))).isBetween(200, 499);
        assertThat(status(send("GET", "/api/inquiries/none", backend + header + "\r\n", "")))
                .isBetween(400, 499);
        var answer = send("POST", "/api/inquiries", backend + JSON + header + "\r\n", INQUIRY);
        if (header.startsWith("Expect") || header.startsWith("Zo")) {
            assertThat(status(answer)).isLessThan(500);
        } else {
            assertThat(status(answer)).as(answer).isEqualTo(201);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: */*|415",
                "Content-Type: application/*|415",
                "Content-Type: ü|415",
                "Content-Type: |415",
                "Content-Type: text/plain|415",
                "Content-Type: application/json;charset=nonsense|415",
                "Content-Type: application/json;charset=|415",
                "Content-Type: multipart/form-data|415",
                "Content-Type: application/x-www-form-urlencoded|415",
                "Authorization: ü|401",
                "Authorization: Basic ü|401",
                "Authorization: Basic /w==|401",
                "Authorization: Bearer ü|401",
                "X-API-Key: ü|401"
            })
    @DisplayName("by a header that decides is refused with a problem that says so, and changes nothing")
    void deciding(String header, int status) throws IOException {
        var proof = header.startsWith("Authorization") || header.startsWith("X-API-Key") ? "" : backend;
        var type = header.startsWith("Content-Type") ? "" : JSON;
        var answer = send("POST", "/api/inquiries", proof + type + header + "\r\n", INQUIRY);
        assertThat(status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("application/problem+json");
        assertThat(inquiries()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Type: */*", "Content-Type: ü", "Accept: ü", "Accept: */*;q=x", "Accept: text/csv"})
    @DisplayName("by what it says of types is answered on pages and addresses without a body too")
    void types(String header) throws IOException {
        for (var path : new String[] {
            "/login", "/", "/badges/s1/badge.json", "/badges/s1/badge.svg", "/alternatives/x", "/openapi.json", "/none"
        }) {
            assertThat(status(send("GET", path, header + "\r\n", ""))).as(path).isLessThan(500);
        }
        for (var path : new String[] {"/api/policy", "/api/standings.csv", "/api/inquiries/none", "/api/none"}) {
            assertThat(status(send("GET", path, backend + header + "\r\n", "")))
                    .as(path)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "from=%",
                "from=%2",
                "from=%zz",
                "from=%ff",
                "%ff=1",
                "from=%c0%80",
                "from=%ed%a0%80",
                "from=%00",
                "size=%F0%9F%98%80",
                "page=99999999999999999999",
                "=x",
                "from=&from=",
                "a%00b=1"
            })
    @DisplayName("by its query is refused as bad input where it decides")
    void query(String query) throws IOException {
        var answer = send("GET", "/api/traces?" + query, backend, "");
        assertThat(status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("application/problem+json", "\"errors\"");
        assertThat(status(send("GET", "/login?" + query, "", ""))).isLessThan(500);
        assertThat(status(send("GET", "/badges/s1/badge.svg?lang=" + query, "", "")))
                .isLessThan(500);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/inquiries/%00",
                "/api/inquiries/a%0ab",
                "/api/inquiries/%01",
                "/api/inquiries/%ff",
                "/api/inquiries/%zz",
                "/api/inquiries/%",
                "/api/inquiries/%c2%85",
                "/api/inquiries/%ed%a0%80",
                "/api/inquiries/{x}",
                "/api/inquiries/" + "中文"
            })
    @DisplayName("by its path is refused")
    void path(String path) throws IOException {
        assertThat(status(send("GET", path, backend, ""))).isBetween(400, 499);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/buyers/%00", "/buyers/a%0ab", "/buyers/%zz/x", "/buyers/%", "/buyers/a/../b"})
    @DisplayName("by its path is a page to a browser, in the reader’s language, and a problem to a program")
    void pathOfPage(String path) throws IOException {
        var cookie = signedIn()[0];
        var page = send("GET", path, cookie + "Accept: text/html\r\nAccept-Language: zh\r\n", "");
        assertThat(page).contains("HTTP/1.1 4", "text/html", "<html lang=\"zh\">", "href=\"/\"");
        assertThat(send("GET", path, cookie + "Accept: application/json\r\n", ""))
                .contains("HTTP/1.1 4", "problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "DELETE", "PROPFIND", "x", "GET"})
    @DisplayName("by its method is refused, or answered without a change")
    void method(String method) throws IOException {
        for (var path : new String[] {"/api/inquiries", "/api/policy", "/login", "/", "/buyers/b1/new-inquiry"}) {
            var answer = send(method, path, path.startsWith("/api") ? backend + FORM : FORM, "a=%zz");
            assertThat(status(answer)).as(method + " " + path).isLessThan(500);
        }
        assertThat(inquiries()).isZero();
    }

    @Test
    @DisplayName("by a body in chunks is read like any other, a broken chunk refused")
    void chunks() throws IOException {
        var chunked = backend + JSON + "Transfer-Encoding: chunked\r\n";
        var whole = Integer.toHexString(INQUIRY.length()) + "\r\n" + INQUIRY + "\r\n0\r\n\r\n";
        assertThat(status(send("POST", "/api/inquiries", chunked, "zz\r\n" + INQUIRY + "\r\n0\r\n\r\n")))
                .isBetween(400, 499);
        assertThat(inquiries()).isZero();
        assertThat(status(send("POST", "/api/inquiries", chunked, whole))).isEqualTo(201);
    }

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {11_001, 20_000, 27_000})
    @DisplayName("by a long text in Chinese is taken where a form sends it, in chunks as well")
    void longForm(int length) throws IOException {
        send(
                "POST",
                "/api/inquiries",
                backend + JSON,
                INQUIRY.replace("q1", "q0").replace("b1", "b0"));
        var session = signedIn();
        var form = "id=W-1&supplier=s1&text=" + encode("价".repeat(length)) + "&_csrf=" + encode(session[1]);
        var sent = send("POST", "/buyers/b1/new-inquiry", session[0] + FORM, form);
        assertThat(status(sent)).as(sent).isEqualTo(303);
        assertThat(jdbc.sql("select body from hourglass.fact_text where fact = 'W-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("价".repeat(Math.min(length, 20_000)));
        var chunk = Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n";
        var again = send("POST", "/buyers/b1/new-inquiry", session[0] + FORM + "Transfer-Encoding: chunked\r\n", chunk);
        assertThat(status(again)).isEqualTo(303);
    }

    @Test
    @DisplayName("by a form longer than any may be is told so, whether it says so beforehand or not")
    void tooLongForm() throws IOException {
        var session = signedIn();
        var form = "_csrf=" + encode(session[1]) + "&id=W-1&supplier=s1&text=" + "x".repeat(1_100_000);
        var html = session[0] + FORM + "Accept: text/html\r\n";
        var sent = send("POST", "/buyers/b1/new-inquiry", html, form);
        assertThat(status(sent)).isEqualTo(413);
        assertThat(sent).contains("text/html", "What you sent is too long", "1024 kB");
        var chunk = Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n";
        var unsaid = send("POST", "/buyers/b1/new-inquiry", html + "Transfer-Encoding: chunked\r\n", chunk);
        assertThat(status(unsaid)).isEqualTo(413);
        assertThat(inquiries()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%ff", "%c3%28", "%e4%bb", "%ed%a0%80", "%", "%zz"})
    @DisplayName("by a form that is no UTF-8 in percent-encoding is refused, and changes nothing")
    void notUtf8(String text) throws IOException {
        send(
                "POST",
                "/api/inquiries",
                backend + JSON,
                INQUIRY.replace("q1", "q0").replace("b1", "b0"));
        var session = signedIn();
        var form = "id=W-1&supplier=s1&text=" + text + "&_csrf=" + encode(session[1]);
        var html = session[0] + FORM + "Accept: text/html\r\n";
        var answer = send("POST", "/buyers/b1/new-inquiry", html, form);
        assertThat(status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("UTF-8 in percent-encoding", "Nothing has been changed");
        assertThat(inquiries()).isEqualTo(1);
        var kept = send("POST", "/buyers/b1/new-inquiry", html, form.replace("text=" + text, "text=%EF%BF%BD"));
        assertThat(status(kept)).isEqualTo(303);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"text=价", "text=a;b&x", "&&a=b", "text=%EF%BF%BD", "a=b=c", "text[0].class=1"})
    @DisplayName("by a form without a token is refused for that alone")
    void forms(String form) throws IOException {
        assertThat(status(send("POST", "/buyers/b1/new-inquiry", FORM, form))).isEqualTo(403);
        assertThat(status(send("POST", "/login", FORM, form))).isEqualTo(403);
    }
}
