package io.hourglass.chaos.stage;

import io.hourglass.chaos.plan.Scale;
import io.hourglass.kernel.time.UtcColumn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL with a port and a directory of its own. What it acknowledges survives the death of its processes
 * ({@code synchronous_commit=on}); it does without {@code fsync}, as the machine itself is not switched off.
 */
public final class Database implements AutoCloseable {

    private static final String NAME = "postgres";

    private final Path directory;
    private final EmbeddedPostgres server;

    private Database(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** Goes on with what the directory holds, if it holds anything. */
    public static Database start(Path directory) throws IOException {
        var data = directory.resolve("data").toAbsolutePath();
        Files.createDirectories(data);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("log_min_messages", "panic")
                .start();
        return new Database(directory.toAbsolutePath(), server);
    }

    /** Stops what an earlier run, itself killed, may have left running there. */
    public static void stopLeftover(Path directory) throws IOException {
        if (Files.exists(directory.resolve("data/postmaster.pid"))) {
            pgCtl(directory, "stop", "-m", "immediate");
        }
    }

    public String url() {
        return server.getJdbcUrl(NAME, NAME);
    }

    /** A new connection for each statement. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url());
    }

    /** Its one row is the time of every node. */
    public void createClock() {
        var jdbc = JdbcClient.create(dataSource());
        jdbc.sql("create schema chaos").update();
        jdbc.sql("create table chaos.clock (now_at timestamp(3) with time zone not null)")
                .update();
        jdbc.sql("insert into chaos.clock (now_at) values (?)")
                .param(UtcColumn.of(Scale.START))
                .update();
    }

    /** Breaks all connections off, without a word to anybody, and starts again on the same directory. */
    public void restart(Duration away) throws IOException {
        pgCtl(directory, "stop", "-m", "immediate");
        Pause.of(away);
        pgCtl(directory, "restart"); // with the options of its last start
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void pgCtl(Path directory, String... what) throws IOException {
        var data = directory.resolve("data").toAbsolutePath();
        var postgres = Path.of(Files.readString(data.resolve("postmaster.opts")).split(" ", 2)[0]);
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
        }
        command.add(postgres.resolveSibling("pg_ctl").toString());
        command.addAll(List.of(what));
        command.addAll(List.of("-w", "-t", "60", "-D", data.toString(), "-l", directory.resolve("log") + ""));
        run(command, directory);
    }

    private static void run(List<String> command, Path directory) throws IOException {
        var output = directory.resolve("pg_ctl.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed, see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
