package io.hourglass.chaos.stage;

import io.hourglass.chaos.node.Node;
import io.hourglass.chaos.plan.Scale;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node: its JVM, at an address that it keeps over all its lives. */
public final class NodeProcess {

    private final int number;
    private final List<String> command;
    private final Path log;
    private final URI address;
    private @Nullable Process process;
    private volatile boolean serving;

    NodeProcess(int number, int port, Scale scale, String database, Path log) {
        this.number = number;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.log = log;
        this.command = command(port, scale, database);
    }

    private static List<String> command(int port, Scale scale, String database) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(scale.jvm());
        command.addAll(
                List.of("-Duser.timezone=UTC", "-cp", System.getProperty("java.class.path"), Node.class.getName()));
        command.add("--hourglass.demo=false");
        command.add("--hourglass.access.operations-password=" + Access.PASSWORD);
        command.add("--hourglass.policy.zone=" + Scale.ZONE);
        command.add("--hourglass.policy.offer-stays-for=" + Scale.OFFER_STAYS_FOR);
        command.add("--hourglass.chat.zone=" + Scale.ZONE);
        command.add("--hourglass.chat.closes-at=" + Scale.CHAT_CLOSES_AT);
        command.add("--server.port=" + port);
        command.add("--spring.datasource.url=" + database);
        command.add("--hourglass.ledger.roots-file=");
        command.add("--spring.datasource.username=postgres");
        command.add("--camunda.bpm.job-execution.lock-time-in-millis="
                + scale.simulated(scale.lock()).toMillis());
        return command;
    }

    int number() {
        return number;
    }

    public URI address() {
        return address;
    }

    synchronized void start() throws IOException {
        serving = false;
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** SIGKILL. */
    synchronized void kill() {
        serving = false;
        var killed = process;
        if (killed != null) {
            killed.destroyForcibly();
            awaitEnd(killed);
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has answered since it was started. */
    public boolean isServing() {
        return serving;
    }

    /** The present life; null before the first. */
    synchronized @Nullable Process life() {
        return process;
    }

    /** That life has answered; it may be over by now. */
    synchronized void serves(@Nullable Process life) {
        serving = life != null && life.equals(process) && life.isAlive();
    }

    private static void awaitEnd(Process killed) {
        if (!Pause.until(() -> !killed.isAlive(), Duration.ofSeconds(10))) {
            throw new IllegalStateException("process " + killed.pid() + " outlives SIGKILL");
        }
    }
}
