package io.hourglass.chaos.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Lets the senders in: operations makes a key for them at the first node, good at all. */
public final class Access {

    public static final String PASSWORD = UUID.randomUUID().toString();

    private static final int CREATED = 201;

    private Access() {}

    public static String keyFrom(URI node, HttpClient http) throws IOException {
        var operations =
                Base64.getEncoder().encodeToString(("operations:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(node.resolve("/api/api-keys"))
                .header("Authorization", "Basic " + operations)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"senders\", \"scopes\": [\"SUBMIT\", \"DECIDE\", \"READ\"]}"))
                .build();
        try {
            var made = http.send(request, BodyHandlers.ofString());
            if (made.statusCode() != CREATED) {
                throw new IllegalStateException("no key for the senders: " + made.statusCode() + " " + made.body());
            }
            return new ObjectMapper().readTree(made.body()).path("secret").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
