package io.hourglass.bench.contender;

import io.hourglass.bench.measure.Meter;
import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Happening.Role;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.bench.work.Slice;
import io.hourglass.bench.work.Slices;
import io.hourglass.inquiry.policy.ReplyPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The same model on an engine with its default settings, the same facts written in the engine's transactions. */
public final class CamundaDefaults implements Contender {

    private static final int CALLERS = 4;

    private final Database database;
    private final Meter meter;
    private final RivalEngine engine;
    private final RivalModel model = new RivalModel();
    private final Map<String, Lifecycle> known = new ConcurrentHashMap<>();
    private final Map<String, Consumer<DelegateExecution>> steps = Map.of(
            "screenInquiry", this::screen,
            "judgeAtDeadline", this::judgeAtDeadline,
            "rankCandidates", this::rankNobody,
            "tellBuyer", this::tellBuyer,
            "handOutcome", this::handOutcome);
    private volatile Instant now = Instant.EPOCH;

    public CamundaDefaults(Database database, ReplyPolicy policy, Slices slices, Meter meter) {
        this.database = database;
        this.meter = meter;
        RivalTables.make(database, slices);
        this.engine = new RivalEngine(
                database, meter, model.beans(this::step, new RivalInstants(this::at)), RivalModel.FILES);
    }

    @Override
    public void submit(List<Lifecycle> group) {
        engine.transaction(connection -> {
            Ledger.receive(connection, group, now);
            for (var one : group) {
                if (one.isSpam() && !model.screensSpam()) {
                    Ledger.book(connection, List.of(Entry.ofSpam(one)), now);
                } else {
                    model.begin(engine.runtime(), one);
                }
            }
        });
    }

    @Override
    public void record(List<Happening> group) {
        engine.transaction(connection -> {
            Ledger.happen(connection, group, now);
            for (var one : group) {
                if (one.decidesLate()) {
                    Ledger.book(connection, List.of(Entry.ofLateEvidence(one)), now);
                } else if (one.role() == Role.ANSWER && !model.booksAtTheEnd()) {
                    Ledger.book(connection, List.of(Entry.ofAnswer(one)), now);
                }
                model.tell(engine.runtime(), one);
            }
        });
    }

    @Override
    public void settle(Slice slice) {
        engine.transaction(connection -> DaySums.settle(connection, slice));
    }

    /** A delegate that is not known here does nothing. */
    private RivalStep step(String delegate) {
        return new RivalStep(steps.getOrDefault(delegate, execution -> {}));
    }

    private void screen(DelegateExecution execution) {
        if (at(execution).isSpam()) {
            execution.setVariable("outcome", "EXCLUDED");
        }
    }

    private void judgeAtDeadline(DelegateExecution execution) {
        book(Entry.ofSilence(at(execution)));
        execution.setVariable("outcome", "UNSERVED");
        execution.setVariable("offer", true);
    }

    /** In a new marketplace nobody has served anything yet: the contender of the benchmark is not asked to rank. */
    private void rankNobody(DelegateExecution execution) {
        execution.setVariable("anybody", false);
    }

    private void tellBuyer(DelegateExecution execution) {
        engine.transaction(connection -> Ledger.tellBuyers(connection, List.of(at(execution)), now));
    }

    private void handOutcome(DelegateExecution execution) {
        var one = at(execution);
        if (one.isSpam()) {
            book(Entry.ofSpam(one));
        } else if (!one.course().staysUnanswered()) {
            book(Entry.ofAnswer(one.answer(now)));
        }
    }

    private void book(Entry entry) {
        engine.transaction(connection -> Ledger.book(connection, List.of(entry), now));
    }

    private Lifecycle at(DelegateExecution execution) {
        return Objects.requireNonNull(known.get(execution.getProcessBusinessKey()));
    }

    @Override
    public Name name() {
        return Name.DEFAULTS;
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
        return 1;
    }

    @Override
    public void expect(Slice slice) {
        known.clear();
        slice.lifecycles().forEach(one -> known.put(one.id().value(), one));
    }

    @Override
    public void moveTo(Instant instant) {
        now = instant;
        engine.timers().moveTo(instant);
    }

    @Override
    public void fireDue() {
        engine.timers().fireDue();
    }

    @Override
    public long dueTimers() {
        return engine.timers().due();
    }

    @Override
    public void rest() {
        engine.timers().rest();
    }

    @Override
    public void renewConnections() {
        engine.renewConnections();
    }

    @Override
    public void close() {
        engine.close();
    }
}
