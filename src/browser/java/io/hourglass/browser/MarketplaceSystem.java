package io.hourglass.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the systems of the sample marketplace send, so that there is something to do on the pages. */
final class MarketplaceSystem {

    private static final int GOOD = 300;
    static final String PASSWORD = "wind in the willows";

    private static final String OPERATIONS =
            "Basic " + Base64.getEncoder().encodeToString("operations:sample".getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    MarketplaceSystem(String address) {
        this.address = address;
    }

    /** An inquiry about pumps that comes now, of a buyer of its own. */
    void inquiry(String inquiry, String supplier) {
        send(
                "/api/inquiries",
                Map.of(
                        "id",
                        inquiry,
                        "buyer",
                        "buyer-of-" + inquiry,
                        "supplier",
                        supplier,
                        "category",
                        "Hardware/Pumps",
                        "subject",
                        "Forty pumps: " + inquiry,
                        "text",
                        "What is your best price for forty pumps, delivered to Rotterdam?"));
    }

    /** One that came by a mail of that id. */
    void mailed(String inquiry, String supplier, String messageId) {
        send(
                "/api/inquiries",
                Map.of(
                        "id",
                        inquiry,
                        "buyer",
                        "buyer-of-" + inquiry,
                        "supplier",
                        supplier,
                        "channel",
                        "MAIL",
                        "subject",
                        "Forty pumps",
                        "messageId",
                        messageId));
    }

    /** To which its supplier can answer by mail. */
    String replyAddress(String inquiry) {
        return read("/api/inquiries/" + inquiry).path("replyAddress").asText();
    }

    /** A person who acts for the supplier, with {@link #PASSWORD}. */
    void account(String name, String supplier) {
        var body = Map.of("role", "SUPPLIER", "party", supplier, "password", PASSWORD);
        try {
            call(HttpRequest.newBuilder(URI.create(address + "/api/accounts/" + name))
                    .header("Authorization", OPERATIONS)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An inquiry about tea that its supplier rejects at once. */
    void rejected(String inquiry, String buyer) {
        var supplier = "sample-supplier-12";
        send(
                "/api/inquiries",
                Map.of(
                        "id",
                        inquiry,
                        "buyer",
                        buyer,
                        "supplier",
                        supplier,
                        "category",
                        "Food/Tea",
                        "subject",
                        "Jasmine tea",
                        "text",
                        "200 kg of jasmine tea in bulk, please."));
        send(
                "/api/inquiries/" + inquiry + "/rejections",
                Map.of("id", inquiry + "-x", "supplier", supplier, "reason", "Sold out."));
    }

    /**
     * A dispute of an unanswered inquiry of closed books.
     *
     * @param place among those of the supplier, 0 the earliest
     */
    void disputed(String dispute, String supplier, int place) {
        var unanswered = StreamSupport.stream(
                        read("/api/suppliers/" + supplier + "/inquiries?state=UNANSWERED")
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("booksClosed").asBoolean())
                .skip(place)
                .findFirst()
                .orElseThrow();
        var replied = Instant.parse(unanswered.path("receivedAt").asText()).plus(Duration.ofHours(1));
        send(
                "/api/inquiries/" + unanswered.path("id").asText() + "/disputes",
                Map.of(
                        "id",
                        dispute,
                        "evidence",
                        "Mail server log, line 4711: accepted by the buyer’s server.",
                        "claim",
                        Map.of("kind", "REPLIED", "occurredAt", replied.toString(), "author", "HUMAN")));
    }

    private void send(String path, Map<String, ?> body) {
        try {
            call(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(call(request(path).build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("X-API-Key", "sample-key");
    }

    private String call(HttpRequest request) throws IOException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= GOOD) {
                throw new IllegalStateException(request.uri() + " was answered with " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
