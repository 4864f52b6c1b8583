package io.hourglass.operations.map;

import io.hourglass.kernel.NotFound;
import io.hourglass.operations.work.Workflow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The models as they are deployed. */
public interface WorkflowDiagrams {

    /**
     * @param version from 1; null for the latest
     * @param locale of the names in it: Chinese, or else those that were deployed
     * @return BPMN 2.0, as XML with its diagram
     * @throws NotFound if there is no such version
     */
    String bpmn(Workflow model, @Nullable Integer version, Locale locale);

    /** Whether any version of the model has such a node. */
    boolean hasStep(Workflow model, String step);

    /** The engine's id of the latest version, as Cockpit addresses it. */
    String latestId(Workflow model);
}
