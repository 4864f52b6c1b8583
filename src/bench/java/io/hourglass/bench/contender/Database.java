package io.hourglass.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of one contender, with a small pool to look into it past the contender's own, which is counted. */
public final class Database implements AutoCloseable {

    private final Kind kind;
    private final String url;
    private final String user;
    private final HikariDataSource direct = new HikariDataSource();

    Database(Kind kind, String url, String user) {
        this.kind = kind;
        this.url = url;
        this.user = user;
        direct.setJdbcUrl(url);
        direct.setUsername(user);
        direct.setMaximumPoolSize(2);
    }

    /** Each has a name for people. */
    public enum Kind {
        POSTGRESQL("PostgreSQL"),
        H2("H2 (in memory)");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    public Kind kind() {
        return kind;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    /** What a server that has run for a while does by itself: it gets to know its tables as they are now. */
    public void analyze() {
        direct().sql("analyze").update();
    }

    public JdbcClient direct() {
        return JdbcClient.create(direct);
    }

    DataSource directSource() {
        return direct;
    }

    boolean isPostgres() {
        return kind == Kind.POSTGRESQL;
    }

    @Override
    public void close() {
        direct.close();
    }
}
