package io.hourglass.operations;

import io.hourglass.inquiry.ProcessNode;
import io.hourglass.inquiry.ProcessPaths;
import io.hourglass.operations.Waits.Step;
import io.hourglass.operations.Waits.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A model with all that is on its way through it. */
@Component
public class ProcessMap {

    private final Waits waits;
    private final ProcessPaths paths;
    private final Clock clock;

    ProcessMap(Waits waits, ProcessPaths paths, Clock clock) {
        this.waits = waits;
        this.paths = paths;
        this.clock = clock;
    }

    /** @param instances of all steps together */
    public record Drawn(Workflow model, Instant asOf, long instances, List<Step> steps) {}

    /** @param more whether there are others on further pages */
    public record Page(Instant asOf, boolean more, List<Waiting> waiting) {}

    @Transactional(readOnly = true)
    public Drawn of(Workflow model) {
        var steps = waits.stepsOf(model);
        return new Drawn(
                model,
                clock.instant(),
                steps.stream().mapToLong(Step::instances).sum(),
                steps);
    }

    /**
     * What waits at a step, the least time left first.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public Page at(Workflow model, String step, int page, int size) {
        var found = waits.at(model, step, (long) page * size, size + 1);
        return new Page(clock.instant(), found.size() > size, found.subList(0, Math.min(size, found.size())));
    }

    /** What the model calls a step; its id if it has no name. */
    public String nameOf(Workflow model, String step) {
        return paths.nameOf(new ProcessNode(model.key(), step));
    }
}
