package io.hourglass.chaos.stage;

import io.hourglass.chaos.plan.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes, and which of them serve at present. One that ends by itself is started again. */
public final class Nodes implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<NodeProcess> all = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger killsAtWork = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicInteger endedByThemselves = new AtomicInteger();
    private volatile String key = "";
    private volatile boolean closed;

    public Nodes(Scale scale, String database, Path directory) throws IOException {
        for (var number = 1; number <= scale.nodes(); number++) {
            all.add(new NodeProcess(number, freePort(), scale, database, directory.resolve("node-" + number + ".log")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "nodes-closer"));
    }

    /** The first alone, so that it makes the tables; the others once it serves. */
    public void begin(Duration atMost) throws IOException {
        all.get(0).start();
        var watch = new Thread(this::watch, "nodes-watch");
        watch.setDaemon(true);
        watch.start();
        if (!Pause.until(() -> all.get(0).isServing(), atMost)) {
            throw new IllegalStateException("the first node does not serve after " + atMost.toSeconds() + " s");
        }
        key = Access.keyFrom(all.get(0).address(), http);
        for (var node : all.subList(1, all.size())) {
            node.start();
        }
    }

    /** By which the senders call; empty before {@link #begin} has returned. */
    public String key() {
        return key;
    }

    /** One of those that serve, by chance. */
    public Optional<NodeProcess> any() {
        var serving = serving();
        return serving.isEmpty()
                ? Optional.empty()
                : Optional.of(serving.get(ThreadLocalRandom.current().nextInt(serving.size())));
    }

    public int countServing() {
        return serving().size();
    }

    public boolean allServe() {
        return countServing() == all.size();
    }

    public int kills() {
        return kills.get();
    }

    /** Of nodes that served; the others were just starting. */
    public int killsAtWork() {
        return killsAtWork.get();
    }

    /** After a kill. */
    public int restarts() {
        return restarts.get();
    }

    public int endedByThemselves() {
        return endedByThemselves.get();
    }

    List<NodeProcess> all() {
        return all;
    }

    void killAndRestart(NodeProcess node) throws IOException {
        synchronized (node) {
            killsAtWork.addAndGet(node.isServing() ? 1 : 0);
            node.kill();
            kills.incrementAndGet();
            node.start();
            restarts.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(NodeProcess::kill);
    }

    private List<NodeProcess> serving() {
        return all.stream().filter(NodeProcess::isServing).toList();
    }

    private void watch() {
        var unbegun = 1;
        while (!closed) {
            for (var node : all.subList(0, unbegun)) {
                look(node);
            }
            unbegun = all.get(0).isServing() ? all.size() : unbegun;
            Pause.of(LOOK_EVERY);
        }
    }

    private void look(NodeProcess node) {
        var life = node.life();
        if (!node.isAlive()) {
            startAgain(node);
        } else if (!node.isServing() && answers(node)) {
            node.serves(life);
        }
    }

    private void startAgain(NodeProcess node) {
        synchronized (node) {
            if (closed || node.isAlive()) {
                return;
            }
            endedByThemselves.incrementAndGet();
            try {
                node.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean answers(NodeProcess node) {
        try {
            var request = HttpRequest.newBuilder(node.address().resolve("/actuator/health/readiness"))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
