package io.hourglass.chaos.file;

import io.hourglass.chaos.check.Finding;
import io.hourglass.chaos.stage.Access;
import io.hourglass.chaos.stage.Pause;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends inquiries and replies without a pause, kills the node again and again, and asks the file what it has kept. */
public final class FileRun {

    private static final int KILLS = 5;
    private static final int SENDERS = 24;
    private static final int SUPPLIERS = 40;
    private static final int BEFORE_A_KILL = 300;
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private final FileNode node;
    private final Random random;
    private String key = "";
    private long workedFor;
    private volatile boolean over;

    private FileRun(Path directory, long seed) throws IOException {
        this.node = new FileNode(directory, http);
        this.random = new Random(seed);
    }

    /** What a run found, and in how many facts a second it was acknowledged. */
    public record Kept(Finding finding, int acknowledged, int kills, long perSecond) {}

    /** @param directory an empty one, or none yet */
    public static Kept run(Path directory, long seed) throws IOException {
        var run = new FileRun(directory, seed);
        try (var node = run.node) {
            node.start();
            run.key = Access.keyFrom(node.address(), run.http);
            run.killUnderLoad();
            return new Kept(run.kept(), run.acknowledged.size(), KILLS, run.perSecond());
        }
    }

    private void killUnderLoad() throws IOException {
        for (var number = 0; number < SENDERS; number++) {
            var sender = new Thread(this::sendOn, "file-sender-" + number);
            sender.setDaemon(true);
            sender.start();
        }
        for (var kill = 1; kill <= KILLS; kill++) {
            var begun = System.nanoTime();
            var enough = acknowledged.size() + BEFORE_A_KILL;
            Pause.until(() -> acknowledged.size() >= enough, AT_MOST);
            Pause.of(Duration.ofMillis(random.nextInt(300)));
            node.kill();
            workedFor += System.nanoTime() - begun;
            if (kill < KILLS) {
                node.start();
            }
        }
        over = true;
    }

    private void sendOn() {
        while (!over) {
            var id = "f-" + sent.incrementAndGet();
            var supplier = "s-" + random.nextInt(SUPPLIERS);
            var inquiry = "{\"id\": \"%s\", \"buyer\": \"b-%s\", \"supplier\": \"%s\"}".formatted(id, id, supplier);
            if (isAcknowledged("/api/inquiries", inquiry)) {
                acknowledged.add(id);
                var reply = "{\"id\": \"r-%s\", \"supplier\": \"%s\", \"author\": \"HUMAN\"}".formatted(id, supplier);
                if (isAcknowledged("/api/inquiries/" + id + "/replies", reply)) {
                    acknowledged.add("r-" + id);
                }
            } else {
                Pause.of(SHORT_PAUSE);
            }
        }
    }

    private boolean isAcknowledged(String path, String body) {
        var request = HttpRequest.newBuilder(node.address().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** By what a JVM finds that opens the file after the last kill. */
    private Finding kept() throws IOException {
        var known = new HashSet<>(JdbcClient.create(node.database())
                .sql("select id from hourglass.fact")
                .query(String.class)
                .list());
        var lost = new ArrayList<>(acknowledged.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id -> "fact " + id + " was acknowledged, and is not there")
                .toList());
        lost.addAll(traces());
        return new Finding("facts in a file of H2", acknowledged.size(), lost);
    }

    private List<String> traces() throws IOException {
        try (var files = Files.list(node.data())) {
            return files.filter(file -> file.toString().endsWith(".trace.db"))
                    .map(file -> "H2 has written a trace: " + file)
                    .toList();
        }
    }

    private long perSecond() {
        return acknowledged.size() * 1_000_000_000L / Math.max(1, workedFor);
    }
}
