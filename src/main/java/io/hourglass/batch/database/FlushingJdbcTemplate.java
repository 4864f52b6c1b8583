package io.hourglass.batch.database;

import io.hourglass.batch.rows.WriteBatch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.CallableStatementCallback;
import org.springframework.jdbc.core.CallableStatementCreator;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Anyone who asks the database through Spring sees the transaction's own rows: they are written before. Whatever is no query
 * counts as written, so that a call that refuses afterwards takes it back.
 */
public final class FlushingJdbcTemplate extends JdbcTemplate {

    private final WriteBatch rows;
    private final LockMeters locks;

    public FlushingJdbcTemplate(DataSource dataSource, WriteBatch rows, LockMeters locks) {
        super(dataSource);
        this.rows = rows;
        this.locks = locks;
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, ResultSetExtractor<T> rows) {
        return locks.timed(statement, () -> super.query(statement, setter, rows));
    }

    @Override
    protected DataSource obtainDataSource() {
        rows.write();
        return super.obtainDataSource();
    }

    @Override
    public int update(String sql) {
        rows.wroteElsewhere();
        return super.update(sql);
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter) {
        rows.wroteElsewhere();
        return super.update(statement, setter);
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        rows.wroteElsewhere();
        return super.update(statement, keys);
    }

    @Override
    public int[] batchUpdate(String... sql) {
        rows.wroteElsewhere();
        return super.batchUpdate(sql);
    }

    @Override
    public int[] batchUpdate(PreparedStatementCreator statement, BatchPreparedStatementSetter setter, KeyHolder keys) {
        rows.wroteElsewhere();
        return super.batchUpdate(statement, setter, keys);
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter setter) {
        rows.wroteElsewhere();
        return super.batchUpdate(sql, setter);
    }

    @Override
    public <T> int[][] batchUpdate(
            String sql, Collection<T> batch, int size, ParameterizedPreparedStatementSetter<T> setter) {
        rows.wroteElsewhere();
        return super.batchUpdate(sql, batch, size, setter);
    }

    @Override
    public void execute(String sql) {
        rows.wroteElsewhere();
        super.execute(sql);
    }

    @Override
    public <T extends @Nullable Object> T execute(ConnectionCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(work);
    }

    @Override
    public <T extends @Nullable Object> T execute(StatementCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(work);
    }

    @Override
    public <T extends @Nullable Object> T execute(
            PreparedStatementCreator statement, PreparedStatementCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(statement, work);
    }

    @Override
    public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(sql, work);
    }

    @Override
    public <T extends @Nullable Object> T execute(String call, CallableStatementCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(call, work);
    }

    @Override
    public Map<String, Object> call(CallableStatementCreator statement, List<SqlParameter> parameters) {
        rows.wroteElsewhere();
        return super.call(statement, parameters);
    }

    @Override
    public <T extends @Nullable Object> T execute(
            CallableStatementCreator statement, CallableStatementCallback<T> work) {
        rows.wroteElsewhere();
        return super.execute(statement, work);
    }
}
