package io.hourglass.chaos.stage;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.Track;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** What a node exports of the ledger, kept beside the database, so that it can be looked at when the nodes are gone. */
public final class Ledgers {

    private static final int OK = 200;

    private Ledgers() {}

    /** @throws IOException if it cannot be had */
    public static void save(Nodes nodes, Path directory) throws IOException, InterruptedException {
        var node = nodes.any().orElseThrow(() -> new IOException("no node serves"));
        var http = HttpClient.newHttpClient();
        for (var track : List.of(Track.INQUIRY, ConsultationId.CHAT)) {
            var request = HttpRequest.newBuilder(node.address().resolve("/api/ledger/export?track=" + track.name()))
                    .header("X-API-Key", nodes.key())
                    .build();
            var answer = http.send(request, BodyHandlers.ofFile(file(directory, track)));
            if (answer.statusCode() != OK) {
                throw new IOException("no ledger of " + track.name() + ": " + answer.statusCode());
            }
        }
    }

    public static Path file(Path directory, Track track) {
        return directory.resolve("ledger-" + track.name() + ".ndjson");
    }
}
