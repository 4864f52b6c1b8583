package io.hourglass.engine.steps;

import io.hourglass.batch.processes.RecordedSteps;
import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.engine.steps.NodeNumbers.Node;
import io.hourglass.engine.steps.PathBytes.Mark;
import io.hourglass.engine.steps.PathBytes.Wake;
import io.hourglass.kernel.time.UtcColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the steps in the database: what one transaction moves, of one or many processes, is one statement at its end. */
@Component
class StepRecord implements RecordedSteps {

    private static final Insert WAKES = new Insert(
            5,
            """
            merge into hourglass.process_path p
            using (select * from unnest(cast(? as bigint array), cast(? as bytea array)) as wake (key_hash, steps)) w
              on p.key_hash = w.key_hash
            when matched then update set steps = p.steps || w.steps
            when not matched then insert (key_hash, steps) values (w.key_hash, w.steps)""");

    private final WriteBatch rows;
    private final NodeNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    StepRecord(WriteBatch rows, NodeNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String businessKey, Node node, boolean takenAway) {
        rows.wroteElsewhere();
        Wakes.current(this, this::write).add(businessKey, clock.instant(), new Mark(numbers.of(node), takenAway));
    }

    private void write(Map<String, Wake> wakes) {
        rows.add(
                WAKES,
                wakes.keySet().stream().map(StepRecord::hash).toArray(Long[]::new),
                wakes.values().stream().map(PathBytes::write).toArray(byte[][]::new));
    }

    @Override
    public List<Step> of(String businessKey, Collection<String> processes) {
        return jdbc
                .sql("select steps from hourglass.process_path where key_hash = ?")
                .param(hash(businessKey))
                .query((row, number) -> row.getBytes("steps"))
                .optional()
                .map(PathBytes::read)
                .orElse(List.of())
                .stream()
                .flatMap(this::steps)
                .filter(step -> processes.contains(step.process()))
                .toList();
    }

    private Stream<Step> steps(Wake wake) {
        return wake.marks().stream().map(mark -> {
            var node = numbers.named(mark.node());
            return new Step(node.process(), node.id(), wake.at(), mark.takenAway());
        });
    }

    @Override
    public Optional<Instant> unrecordedUntil() {
        return jdbc.sql("select until from hourglass.unrecorded_steps")
                .query((row, number) -> UtcColumn.read(row, "until"))
                .optional();
    }

    /** The first eight bytes of SHA-256. */
    private static long hash(String businessKey) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(businessKey.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
