package io.hourglass.inquiry.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.bpmn.InquiryNodes;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of steps")
class StepNamesTest {

    private static final ProcessNode OPEN = new ProcessNode("inquiry", InquiryNodes.KEEP_CASE_OPEN);

    @Test
    @DisplayName("are there in Chinese for each node and flow with a name, and for nothing else")
    void all() {
        var named = Arrays.stream(
                        Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"))))
                .flatMap(file -> named(file).stream())
                .toList();
        assertThat(named)
                .contains(
                        "inquiry." + InquiryNodes.KEEP_CASE_OPEN,
                        "dispute." + DisputeNodes.LAPSED,
                        "dayClose.UnsettledToAwaitEarlierDays");
        assertThat(ResourceBundle.getBundle("io.hourglass.inquiry.steps", Locale.CHINESE)
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    private static List<String> named(File file) {
        var model = Bpmn.readModelFromFile(file);
        var process = model.getModelElementsByType(Process.class).iterator().next();
        return model.getModelElementsByType(FlowElement.class).stream()
                .filter(step -> step.getName() != null)
                .map(step -> process.getId() + "." + step.getId())
                .toList();
    }

    @Test
    @DisplayName("are those of the model but for a reader of Chinese, and for one of which the words know nothing")
    void fallback() {
        assertThat(StepNames.of(OPEN, "Keep the case open", Locale.ENGLISH)).isEqualTo("Keep the case open");
        assertThat(StepNames.of(OPEN, "Keep the case open", Locale.FRENCH)).isEqualTo("Keep the case open");
        assertThat(StepNames.of(OPEN, "Keep the case open", Locale.CHINA)).isEqualTo("等待处理");
        assertThat(StepNames.of(new ProcessNode("inquiry", "Gone"), "Gone", Locale.CHINESE))
                .isEqualTo("Gone");
    }
}
