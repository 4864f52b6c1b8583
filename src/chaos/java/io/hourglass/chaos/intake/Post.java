package io.hourglass.chaos.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.chaos.plan.PlannedCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** The HTTP of the senders. */
final class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<String> key;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Post(Supplier<String> key) {
        this.key = key;
    }

    Answer send(URI node, PlannedCall call, Tally tally) {
        var begun = System.nanoTime();
        try {
            var response = http.send(request(node, call), HttpResponse.BodyHandlers.ofString());
            var answer = Answer.of(call, response);
            tally.answered(response.statusCode() + (answer.isSentAgain() ? " (sent again)" : ""), begun);
            if (answer.isWrong()) {
                tally.wrong(call.inWords() + ": " + response.statusCode() + " " + response.body());
            }
            return answer;
        } catch (IOException e) {
            tally.answered("no answer (sent again)", begun);
            return Answer.AGAIN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest request(URI node, PlannedCall call) throws JsonProcessingException {
        return HttpRequest.newBuilder(node.resolve(call.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-API-Key", key.get())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(call.body())))
                .build();
    }
}
