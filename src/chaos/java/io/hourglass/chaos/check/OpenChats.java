package io.hourglass.chaos.check;

import io.hourglass.chaos.plan.Scale;
import io.hourglass.chaos.stage.Pause;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks again and again, while nodes are killed, at the consultations of the day that goes on: whatever has been committed,
 * each that the judge calls open has one process, and no other has any.
 */
public final class OpenChats {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final String url;
    private final Scale scale;
    private final Comparison comparison = new Comparison();
    private final Thread thread = new Thread(this::look, "open-chats");
    private volatile boolean running = true;

    public OpenChats(Scale scale, String url) {
        this.url = url;
        this.scale = scale;
        thread.setDaemon(true);
    }

    public void begin() {
        thread.start();
    }

    public void end() {
        running = false;
    }

    public Finding finding() {
        synchronized (comparison) {
            return Finding.of("processes of open chats", comparison);
        }
    }

    private void look() {
        while (running) {
            Pause.of(EVERY);
            try (var connection = DriverManager.getConnection(url)) {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                compare(new Tables(new SingleConnectionDataSource(connection, true)));
            } catch (SQLException e) {
                // the database is away
            }
        }
    }

    private void compare(Tables snapshot) {
        var chats = JudgedChats.from(snapshot, scale);
        var processes = chats.processes();
        var living = EngineCheck.livingChats(snapshot, chats);
        synchronized (comparison) {
            chats.all().stream()
                    .filter(one -> one.row().day().equals(chats.today()))
                    .map(one -> one.row().id().value())
                    .forEach(id -> comparison.of(
                            "processes of " + id + " at " + chats.asOf(), processes.get(id), living.get(id)));
        }
    }
}
