package io.hourglass.operations.map;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessPaths;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.operations.map.EndedInquiries.Ended;
import io.hourglass.operations.work.OpenWork;
import io.hourglass.operations.work.OpenWork.Step;
import io.hourglass.operations.work.OpenWork.Waiting;
import io.hourglass.operations.work.Stops;
import io.hourglass.operations.work.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A model with all that is on its way through it. */
@Component
public class ProcessMap {

    private final OpenWork waits;
    private final Stops stops;
    private final EndedInquiries ended;
    private final WorkflowDiagrams models;
    private final ProcessPaths paths;
    private final Clock clock;

    ProcessMap(
            OpenWork waits,
            Stops stops,
            EndedInquiries ended,
            WorkflowDiagrams models,
            ProcessPaths paths,
            Clock clock) {
        this.stops = stops;
        this.models = models;
        this.waits = waits;
        this.ended = ended;
        this.paths = paths;
        this.clock = clock;
    }

    /**
     * @param instances of all steps together
     * @param suspended the latest version of the model is, so that no process of it begins
     */
    public record Drawn(Workflow model, Instant asOf, long instances, boolean suspended, List<Step> steps) {}

    public record Page(Instant asOf, ListPage<Waiting> waiting) {}

    @Transactional(readOnly = true)
    public Drawn of(Workflow model) {
        var steps = waits.stepsOf(model);
        return new Drawn(
                model,
                clock.instant(),
                steps.stream().mapToLong(Step::instances).sum(),
                stops.isSuspended(model),
                steps);
    }

    /**
     * What waits at a step, the least time left first.
     *
     * @throws NotFound if the model has no such step
     */
    @Transactional(readOnly = true)
    public Page at(Workflow model, String step, PageQuery page) {
        if (!models.hasStep(model, step)) {
            throw new NotFound("step", "step of the model " + model.shortName(), step, model.shortName());
        }
        return new Page(clock.instant(), page.from((offset, limit) -> waits.at(model, step, offset, limit)));
    }

    /** Inquiries whose process has ended, the latest received first. */
    @Transactional(readOnly = true)
    public ListPage<Ended> ended(PageQuery page) {
        return page.from(ended::latest);
    }

    /** What the model calls a step, in the reader's language; its id if it has no name. */
    public String nameOf(Workflow model, String step, Locale locale) {
        return paths.nameOf(new ProcessNode(model.key(), step), locale);
    }
}
