package io.hourglass.mailbox.grants;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider: it asks a person, who consents at once unless told otherwise, and gives tokens; for a code only where the verifier fits its
 * challenge, and once.
 */
public final class TokenServer implements AutoCloseable {

    private static final int BLANKS = 20;
    private static final Duration NOW_AND_THEN = Duration.ofMillis(100);

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger consents = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String refusal = "";
    private volatile boolean stalls;
    private volatile boolean trickles;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public TokenServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.createContext("/authorize", this::authorize);
        server.setExecutor(threads);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String uri() {
        return origin() + "/token";
    }

    public String authorizationUri() {
        return origin() + "/authorize";
    }

    public void answers(int with, String json) {
        status = with;
        answer = json;
    }

    /** An access token for an hour, and whatever else. */
    public void grants(String token, String further) {
        answers(
                200,
                "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600" + further
                        + "}");
    }

    /** In the place of a code; empty to consent again. */
    public void refuses(String error) {
        refusal = error;
    }

    /** No token is answered any more. */
    void stall() {
        stalls = true;
    }

    /** Answers come to an end, but later than anybody waits: a blank now and then before them. */
    void trickle() {
        stalls = false;
        trickles = true;
    }

    /** As if it had just been started. */
    public void reset() {
        asked.clear();
        codes.clear();
        refuses("");
        answers(200, "");
    }

    /** The forms that were sent. */
    public List<String> asked() {
        return asked;
    }

    /** What somebody does who is led there and consents, or does not: the address that the provider leads back to. */
    public static URI visit(URI address) {
        try {
            var led = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return URI.create(led.headers().firstValue("Location").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As they were meant: decoded. */
    public static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private void authorize(HttpExchange call) throws IOException {
        var wanted = parameters(call.getRequestURI().getRawQuery());
        var code = "marked-code-" + consents.incrementAndGet();
        codes.put(code, wanted);
        var back = given(wanted, "redirect_uri");
        var said = refusal.isEmpty() ? "code=" + code : "error=" + URLEncoder.encode(refusal, UTF_8);
        call.getResponseHeaders()
                .add(
                        "Location",
                        back + "?" + said + "&state=" + URLEncoder.encode(given(wanted, "state"), UTF_8)
                                + "&iss=somebody");
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void answer(HttpExchange call) throws IOException {
        var form = new String(call.getRequestBody().readAllBytes(), UTF_8);
        asked.add(form);
        if (stalls) {
            isOverWithin(Duration.ofHours(1));
        }
        if (form.contains("grant_type=authorization_code") && !isProven(parameters(form))) {
            answer(call, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(call, status, answer);
        }
    }

    private void answer(HttpExchange call, int status, String json) throws IOException {
        var blanks = trickles ? BLANKS : 0;
        var bytes = json.getBytes(UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, blanks + (long) bytes.length);
        for (var sent = 0; sent < blanks && !isOverWithin(NOW_AND_THEN); sent++) {
            call.getResponseBody().write(' ');
            call.getResponseBody().flush();
        }
        call.getResponseBody().write(bytes);
        call.close();
    }

    private boolean isProven(Map<String, String> form) {
        var wanted = codes.remove(given(form, "code"));
        return wanted != null
                && given(wanted, "redirect_uri").equals(given(form, "redirect_uri"))
                && "S256".equals(wanted.get("code_challenge_method"))
                && given(wanted, "code_challenge").equals(challenge(given(form, "code_verifier")));
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String given(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private boolean isOverWithin(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
