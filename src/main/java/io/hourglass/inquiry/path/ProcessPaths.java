package io.hourglass.inquiry.path;

import io.hourglass.batch.processes.RecordedSteps;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.path.ProcessPath.Step;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way an inquiry took through its models, and where it waits now. Changes nothing. */
@Component
public class ProcessPaths {

    private final Inquiries inquiries;
    private final RecordedSteps steps;
    private final TimerFirings firings;
    private final ProcessState state;

    ProcessPaths(Inquiries inquiries, RecordedSteps steps, TimerFirings firings, ProcessState state) {
        this.inquiries = inquiries;
        this.steps = steps;
        this.firings = firings;
        this.state = state;
    }

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public ProcessPath of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotFound("inquiry", id.value()));
        var pending = state.pendingOf(id);
        return new ProcessPath(
                stepsOf(id),
                steps.unrecordedUntil()
                        .filter(until -> !inquiry.recordedAt().isAfter(until))
                        .orElse(null),
                state.waitsOf(id),
                Stream.concat(firings.of(id).stream(), pending.timers().stream())
                        .toList(),
                pending.suspended());
    }

    private List<Step> stepsOf(InquiryId id) {
        return steps.of(id.value(), ProcessState.PROCESSES).stream()
                .map(step -> new Step(new ProcessNode(step.process(), step.node()), step.at(), step.takenAway()))
                .toList();
    }

    /** What a model calls a node, in the reader's language. */
    public String nameOf(ProcessNode node, Locale locale) {
        return StepNames.of(node, state.nameOf(node), locale);
    }
}
