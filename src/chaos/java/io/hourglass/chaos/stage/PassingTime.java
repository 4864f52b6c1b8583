package io.hourglass.chaos.stage;

import io.hourglass.chaos.plan.Scale;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.sla.days.NaturalDay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets simulated time pass, by writing it to the row that the nodes follow; while the row cannot be written it stands.
 * While the intake is behind it passes slower.
 *
 * <p>The program takes it for granted that a transaction does not last an hour, and that no clock is an hour behind when
 * a day's books close. An hour is seconds here or less. So time stands at each day's last instant, and at the last one
 * before the books of chat close, until every node has seen it, and every request from before that has its answer.
 */
public final class PassingTime {

    private static final Duration TICK = Duration.ofMillis(25);
    private static final Duration LONGEST_STEP = Duration.ofMillis(200);
    private static final double SLOWER_WHEN_BEHIND = 8;

    private final Scale scale;
    private final String url;
    private final Stop stop;
    private final Intake intake;
    private final Thread thread = new Thread(this::pass, "passing-time");
    private volatile Instant now = Scale.START;
    private volatile boolean running = true;

    public PassingTime(Scale scale, Database database, Intake intake) {
        this.scale = scale;
        this.url = database.url() + "&connectTimeout=2&socketTimeout=5";
        this.intake = intake;
        this.stop = new Stop(intake);
        thread.setDaemon(true);
    }

    public void begin() {
        thread.start();
    }

    /** As the nodes have it, or are about to. */
    public Instant now() {
        return now;
    }

    public void awaitPast(Instant instant) {
        while (running && !now.isAfter(instant)) {
            Pause.of(TICK);
        }
    }

    /** From then on it stands. */
    public void stop() throws InterruptedException {
        running = false;
        thread.join();
    }

    private void pass() {
        while (running) {
            try (var connection = DriverManager.getConnection(url)) {
                passOn(connection);
            } catch (SQLException e) {
                Pause.of(TICK);
            }
        }
    }

    private void passOn(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update chaos.clock set now_at = ?")) {
            var last = System.nanoTime();
            while (running) {
                Pause.of(TICK);
                var elapsed = Math.min(System.nanoTime() - last, LONGEST_STEP.toNanos());
                last = System.nanoTime();
                var next = after(elapsed, connection);
                update.setObject(1, UtcColumn.of(next));
                update.executeUpdate();
                now = next;
            }
        }
    }

    private Instant after(long realNanos, Connection connection) throws SQLException {
        var end = nextEnd();
        var lastInstant = end.minusMillis(1);
        if (now.equals(lastInstant)) {
            return stop.isOver(connection) ? end : now;
        }
        var pace = intake.isBehind(now) ? scale.pace() / SLOWER_WHEN_BEHIND : scale.pace();
        var next = now.plusMillis(Math.round(realNanos / 1e6 * pace));
        return next.isBefore(lastInstant) ? next : lastInstant;
    }

    /** Of the day, or of the time in which the books of chat are open for the day before. */
    private Instant nextEnd() {
        var today = NaturalDay.of(now, Scale.ZONE);
        var chatCloses = today.atTime(Scale.CHAT_CLOSES_AT).atZone(Scale.ZONE).toInstant();
        return now.isBefore(chatCloses) ? chatCloses : NaturalDay.start(today.plusDays(1), Scale.ZONE);
    }
}
