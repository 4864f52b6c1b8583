package io.hourglass.imports.jdbc;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.kernel.time.UtcColumn;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImports implements Imports {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_WHY = 1_000;
    private static final Insert LINE =
            new Insert(9, "insert into hourglass.import_line (file, line, kind, reason, text) values (?, ?, ?, ?, ?)");

    private final JdbcClient jdbc;
    private final WriteBatch rows;

    JdbcImports(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public void add(ImportFile file) {
        jdbc.sql(
                        """
                        insert into hourglass.import_file (id, name, header, manner, state, bytes, made_at, made_by, lines, bytes_read,
                            taken, repeated, refused, late, waiting, rejected)
                        values (?, ?, cast(? as varchar), ?, ?, 0, cast(? as timestamp(3) with time zone), ?, 0, 0, 0, 0, 0, 0, 0, 0)""")
                .params(Arrays.asList(
                        file.id(),
                        file.name(),
                        file.header(),
                        file.manner().name(),
                        file.state().name(),
                        UtcColumn.of(file.madeAt()),
                        file.madeBy()))
                .update();
    }

    @Override
    public Optional<ImportFile> find(String id) {
        return jdbc.sql("select * from hourglass.import_file where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Optional<ImportFile> unfinished(String sha256, Manner manner) {
        return jdbc
                .sql(
                        "select * from hourglass.import_file where sha256 = ? and manner = ? and state = 'OPEN' order by made_at")
                .params(sha256, manner.name())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<ImportFile> unfinishedHistory() {
        return jdbc.sql("select * from hourglass.import_file where manner = 'HISTORY' and state = 'OPEN'")
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public ListPage<ImportFile> latest(PageQuery page) {
        var all = jdbc.sql("select count(*) from hourglass.import_file")
                .query(Integer.class)
                .single();
        return ListPage.counted(
                page,
                jdbc.sql("select * from hourglass.import_file order by made_at desc, id limit ? offset ?")
                        .params(page.size(), page.offset())
                        .query((row, number) -> read(row))
                        .list(),
                all);
    }

    @Override
    public void addChunk(String id, int seq, byte[] bytes) {
        jdbc.sql("insert into hourglass.import_chunk (file, seq, bytes) values (?, ?, ?)")
                .params(id, seq, bytes)
                .update();
    }

    @Override
    public Optional<byte[]> chunk(String id, int seq) {
        return jdbc.sql("select bytes from hourglass.import_chunk where file = ? and seq = ?")
                .params(id, seq)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    @Override
    public void complete(String id, String sha256, long bytes) {
        jdbc.sql(
                        "update hourglass.import_file set state = 'OPEN', sha256 = ?, bytes = ? where id = ? and state = 'COMING_IN'")
                .params(sha256, bytes, id)
                .update();
    }

    @Override
    public Optional<ImportFile> hold(@Nullable String id, String holder, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        select id from hourglass.import_file
                        where state = 'OPEN' and (held_until is null or held_until < ?)
                          and (id = cast(? as varchar) or (cast(? as varchar) is null and manner <> 'HISTORY'))
                        order by made_at, id limit 1""")
                .param(UtcColumn.of(now))
                .param(id)
                .param(id)
                .query(String.class)
                .optional()
                .filter(found -> isHeld(found, holder, now, until))
                .flatMap(this::find);
    }

    private boolean isHeld(String id, String holder, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update hourglass.import_file set held_by = ?, held_until = ?
                                where id = ? and state = 'OPEN' and (held_until is null or held_until < ?)""")
                        .params(holder, UtcColumn.of(until), id, UtcColumn.of(now))
                        .update()
                > 0;
    }

    @Override
    public boolean went(String id, String holder, Instant until, Counts counts, long bytesRead) {
        return jdbc.sql(
                                """
                                update hourglass.import_file set held_until = ?, lines = ?, bytes_read = ?, taken = ?,
                                  repeated = ?, refused = ?, late = ?, waiting = ?, rejected = ?
                                where id = ? and held_by = ? and state = 'OPEN'""")
                        .params(
                                UtcColumn.of(until),
                                counts.lines(),
                                bytesRead,
                                counts.taken(),
                                counts.repeated(),
                                counts.refused(),
                                counts.late(),
                                counts.waiting(),
                                counts.rejected(),
                                id,
                                holder)
                        .update()
                > 0;
    }

    @Override
    public void letGo(String id, String holder) {
        jdbc.sql("update hourglass.import_file set held_by = null, held_until = null where id = ? and held_by = ?")
                .params(id, holder)
                .update();
    }

    @Override
    public boolean end(String id, ImportState state, Instant at, @Nullable String why) {
        return jdbc.sql(
                                """
                        update hourglass.import_file set state = ?, ended_at = cast(? as timestamp(3) with time zone),
                          why = cast(? as varchar), held_by = null, held_until = null
                        where id = ? and state in ('COMING_IN', 'OPEN')""")
                        .param(state.name())
                        .param(UtcColumn.of(at))
                        .param(why == null ? null : StoredText.kept(why, LONGEST_WHY))
                        .param(id)
                        .update()
                > 0;
    }

    @Override
    public void restart(String id) {
        jdbc.sql("delete from hourglass.import_line where file = ?").param(id).update();
    }

    @Override
    public void note(String id, List<NotedLine> lines) {
        lines.forEach(line -> rows.add(
                LINE,
                id,
                line.number(),
                line.kind().name(),
                StoredText.kept(line.reason(), LONGEST_REASON),
                line.latin().getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public List<NotedLine> noted(String id, @Nullable Kind kind, long behind, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.import_line
                        where file = ? and kind = coalesce(cast(? as varchar), kind) and line > ? order by line limit ?""")
                .param(id)
                .param(kind == null ? null : kind.name())
                .param(behind)
                .param(limit)
                .query((row, number) -> new NotedLine(
                        row.getLong("line"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        new String(row.getBytes("text"), StandardCharsets.ISO_8859_1)))
                .list();
    }

    @Override
    public List<ImportFile> madeBy(Collection<String> names) {
        return jdbc.sql("select * from hourglass.import_file where made_by = any (?) order by made_at, id")
                .param(new SqlArrayValue("varchar", names.toArray()))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void renameMaker(String name, String replacement) {
        jdbc.sql("update hourglass.import_file set made_by = ? where made_by = ?")
                .params(replacement, name)
                .update();
    }

    @Override
    public void forget(String id) {
        drop(id);
        jdbc.sql("delete from hourglass.import_file where id = ?").param(id).update();
    }

    @Override
    public void dropBytes() {
        jdbc.sql(
                        """
                        select f.id from hourglass.import_file f
                        where f.state not in ('COMING_IN', 'OPEN')
                          and exists (select 1 from hourglass.import_chunk c where c.file = f.id)""")
                .query(String.class)
                .list()
                .forEach(this::drop);
    }

    private void drop(String id) {
        for (var seq : jdbc.sql("select seq from hourglass.import_chunk where file = ?")
                .param(id)
                .query(Integer.class)
                .list()) {
            jdbc.sql("delete from hourglass.import_chunk where file = ? and seq = ?")
                    .params(id, seq)
                    .update();
        }
    }

    @Override
    public int forgetBefore(Instant then) {
        var old = jdbc.sql("select id from hourglass.import_file where made_at < ? and state <> 'OPEN'")
                .param(UtcColumn.of(then))
                .query(String.class)
                .list();
        for (var id : old) {
            drop(id);
            jdbc.sql("delete from hourglass.import_line where file = ?")
                    .param(id)
                    .update();
            jdbc.sql("delete from hourglass.import_file where id = ?").param(id).update();
        }
        return old.size();
    }

    private static ImportFile read(ResultSet row) throws SQLException {
        return ImportFile.builder()
                .id(row.getString("id"))
                .name(row.getString("name"))
                .sha256(row.getString("sha256"))
                .header(row.getString("header"))
                .manner(Manner.valueOf(row.getString("manner")))
                .state(ImportState.valueOf(row.getString("state")))
                .bytes(row.getLong("bytes"))
                .madeAt(UtcColumn.read(row, "made_at"))
                .madeBy(row.getString("made_by"))
                .endedAt(UtcColumn.readNullable(row, "ended_at"))
                .why(row.getString("why"))
                .bytesRead(row.getLong("bytes_read"))
                .counts(new Counts(
                        row.getLong("lines"),
                        row.getLong("taken"),
                        row.getLong("repeated"),
                        row.getLong("refused"),
                        row.getLong("late"),
                        row.getLong("waiting"),
                        row.getLong("rejected")))
                .build();
    }
}
