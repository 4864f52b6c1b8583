package io.hourglass.bench.contender;

import io.hourglass.bench.measure.Callers;
import io.hourglass.bench.measure.Meter;
import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Happening.Role;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.bench.work.Slice;
import io.hourglass.bench.work.Slices;
import io.hourglass.inquiry.policy.ReplyPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No engine and no rules: it is told what to write, reads nothing but its due deadlines, and writes the same facts. What
 * it leaves out, no program can do without; so it is a floor, and not a design.
 */
public final class PlainJdbc implements Contender {

    private static final int CALLERS = 4;

    private final Name name;
    private final int group;
    private final Database database;
    private final Meter meter;
    private final CountedPool pool;
    private final Transactions transactions;
    private final Deadlines deadlines;
    private final Callers timers = new Callers(CALLERS);
    private final Map<String, Lifecycle> known = new ConcurrentHashMap<>();
    private volatile Instant now = Instant.EPOCH;

    /** @param group how many events make a transaction */
    public PlainJdbc(Name name, int group, Database database, ReplyPolicy policy, Slices slices, Meter meter) {
        this.name = name;
        this.group = group;
        this.database = database;
        this.meter = meter;
        RivalTables.make(database, slices);
        Deadlines.makeTable(database.direct());
        this.pool = CountedPool.of(database, meter);
        this.transactions = new Transactions(pool.counted());
        this.deadlines = new Deadlines(JdbcClient.create(pool.counted()));
    }

    @Override
    public void submit(List<Lifecycle> group) {
        var spam = group.stream().filter(Lifecycle::isSpam).map(Entry::ofSpam).toList();
        var open = group.stream().filter(one -> !one.isSpam()).toList();
        transactions.run(connection -> {
            Ledger.receive(connection, group, now);
            Ledger.book(connection, spam, now);
            Deadlines.add(connection, open);
        });
    }

    @Override
    public void record(List<Happening> group) {
        transactions.run(connection -> {
            Ledger.happen(connection, group, now);
            Ledger.book(connection, entries(group), now);
            Deadlines.remove(connection, ended(group));
        });
    }

    @Override
    public void fireDue() {
        for (var due = deadlines.due(now); !due.isEmpty(); due = deadlines.due(now)) {
            timers.call(Groups.of(due, group), each -> transactions.run(connection -> fire(connection, each)));
        }
    }

    @Override
    public void settle(Slice slice) {
        transactions.run(connection -> DaySums.settle(connection, slice));
    }

    private void fire(Connection connection, List<Deadlines.Due> due) throws SQLException {
        var unanswered = those(due, Deadlines.Kind.REPLY);
        Ledger.book(connection, unanswered.stream().map(Entry::ofSilence).toList(), now);
        Ledger.tellBuyers(connection, unanswered, now);
        Deadlines.move(connection, unanswered);
        Deadlines.remove(connection, those(due, Deadlines.Kind.OFFER));
    }

    private List<Lifecycle> those(List<Deadlines.Due> due, Deadlines.Kind kind) {
        return due.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> Objects.requireNonNull(known.get(each.inquiry())))
                .toList();
    }

    private static List<Entry> entries(List<Happening> group) {
        return group.stream()
                .filter(one -> one.role() == Role.ANSWER || one.decidesLate())
                .map(one -> one.role() == Role.ANSWER ? Entry.ofAnswer(one) : Entry.ofLateEvidence(one))
                .toList();
    }

    private static List<Lifecycle> ended(List<Happening> group) {
        return group.stream()
                .filter(one -> one.role() != Role.LATE_EVIDENCE)
                .map(Happening::of)
                .toList();
    }

    @Override
    public Name name() {
        return name;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public int callers() {
        return CALLERS;
    }

    @Override
    public int group() {
        return group;
    }

    @Override
    public void expect(Slice slice) {
        known.clear();
        slice.lifecycles().forEach(one -> known.put(one.id().value(), one));
    }

    @Override
    public void moveTo(Instant instant) {
        now = instant;
    }

    @Override
    public long dueTimers() {
        return new Deadlines(database.direct()).count(now);
    }

    @Override
    public void rest() {}

    @Override
    public void renewConnections() {
        pool.renew();
    }

    @Override
    public void close() {
        timers.close();
        pool.close();
    }
}
