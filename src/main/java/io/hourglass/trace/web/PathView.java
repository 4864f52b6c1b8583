package io.hourglass.trace.web;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessPath;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way through the models, as the engine recorded it with each step. */
record PathView(
        @Schema(description = "Events and activities in the order in which they were entered.") List<StepView> steps,
        @Schema(
                        description =
                                "Steps up to that instant were not recorded: it ran before the program recorded any. Absent if all are.")
                @Nullable
                Instant unrecordedUntil,
        @Schema(description = "Where the process waits now; empty once it is over.") List<NodeView> waitsAt,
        @Schema(description = "It continues once it is resumed; facts are kept meanwhile.") boolean suspended) {

    record NodeView(String process, String node, String name) {

        static NodeView of(ProcessNode node, Function<ProcessNode, String> names) {
            return new NodeView(node.process(), node.id(), names.apply(node));
        }
    }

    record StepView(
            String process,
            @Schema(description = "Of the event or activity in the model.") String node,
            String name,
            Instant at,
            @Schema(
                            description =
                                    "No step, but the end of one from outside of the model: its token was moved, or its process deleted.")
                    boolean takenAway,
            @Schema(description = "Always RECORDED: each step is. Goes with the next release.", deprecated = true)
                    String knownBy) {

        static StepView of(ProcessPath.Step step, Function<ProcessNode, String> names) {
            return new StepView(
                    step.node().process(),
                    step.node().id(),
                    names.apply(step.node()),
                    step.at(),
                    step.takenAway(),
                    "RECORDED");
        }
    }

    static PathView of(ProcessPath path, Function<ProcessNode, String> names) {
        return new PathView(
                path.steps().stream().map(step -> StepView.of(step, names)).toList(),
                path.unrecordedUntil(),
                path.waitsAt().stream().map(node -> NodeView.of(node, names)).toList(),
                path.suspended());
    }
}
