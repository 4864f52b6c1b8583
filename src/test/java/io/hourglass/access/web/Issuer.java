package io.hourglass.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small OpenID provider, at which whoever comes is signed in at once with the claims that the test has set. */
final class Issuer implements AutoCloseable {

    private static final int FOUND = 302;
    private static final int OK = 200;
    private static final String OURS = "hourglass";

    private final HttpServer server;
    private final RSAKey key = newKey();
    private volatile Map<String, Object> claims = Map.of();
    private volatile String nonce = "";

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, configuration()));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void signsIn(Map<String, Object> person) {
        claims = person;
    }

    /** A bearer token for this program. */
    String token(Map<String, Object> person, @Nullable Instant expires) {
        return tokenFor(OURS, person, expires);
    }

    String tokenFor(String audience, Map<String, Object> person, @Nullable Instant expires) {
        return signed(person, audience, expires, key);
    }

    /** The same as for us, signed by somebody else. */
    String forgedToken(Map<String, Object> person, Instant expires) {
        return signed(person, OURS, expires, newKey());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        nonce = asked.getOrDefault("nonce", "");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=once&state=" + encoded(asked.getOrDefault("state", "")));
        exchange.sendResponseHeaders(FOUND, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var person = new HashMap<>(claims);
        person.put("nonce", nonce);
        var expires = Instant.now().plusSeconds(60);
        var token = signed(person, OURS, expires, key);
        json(
                exchange,
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"" + token
                        + "\"}");
    }

    private String configuration() {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
         "id_token_signing_alg_values_supported": ["RS256"]}"""
                .formatted(address());
    }

    private String signed(Map<String, Object> person, String audience, @Nullable Instant expires, RSAKey by) {
        var issued = (expires == null ? Instant.now() : expires).minusSeconds(120);
        var set = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(List.of(audience))
                .subject("4711")
                .issueTime(Date.from(issued))
                .expirationTime(expires == null ? null : Date.from(expires));
        person.forEach(set::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
        try {
            token.sign(new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var part : query.split("&", -1)) {
            var sides = part.split("=", 2);
            found.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
