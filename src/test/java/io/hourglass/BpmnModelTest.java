package io.hourglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.bpmn.InquiryNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

@DisplayName("The models in bpmn/")
class BpmnModelTest {

    private static final Set<String> NO_OUTCOME = Set.of(InquiryNodes.OBJECTIONS_OVER, InquiryNodes.BUYER_TOLD);

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.sorted().toList().stream();
        }
    }

    static Stream<Path> processes() throws IOException {
        return files().filter(file -> file.toString().endsWith(".bpmn"));
    }

    static Stream<Path> decisions() throws IOException {
        return files().filter(file -> file.toString().endsWith(".dmn"));
    }

    @Test
    @DisplayName("are there, and are processes and decisions only")
    void areThere() throws IOException {
        assertThat(processes()).isNotEmpty();
        assertThat(decisions()).isNotEmpty();
        assertThat(files()).allMatch(file -> file.toString().matches(".*\\.(bpmn|dmn)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("name each node, except joins and event-based gateways")
    void nameEachNode(Path file) {
        assertThat(BpmnLaws.unnamedNodes(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("have ids that speak, for processes, nodes, flows and messages")
    void idsSpeak(Path file) {
        assertThat(BpmnLaws.unspeakingIds(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName(
            "are the one place of their nodes' ids: sources have them as constants that the build makes of the models")
    void idsAreNoLiterals(Path file) throws IOException {
        var ids = process(file).getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.joining("|"));
        var literal = Pattern.compile("[\"'.](" + ids + ")[\"':]");
        try (var sources = Files.walk(Path.of("src"))) {
            var named = sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(source -> literal.matcher(read(source))
                            .results()
                            .map(found -> source.getFileName() + ": " + found.group(1)));
            assertThat(named).isEmpty();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    @DisplayName("have ids that speak, for decisions")
    void decisionIdsSpeak(Path file) {
        assertThat(BpmnLaws.unspeakingIds(decision(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("leave the work to delegate beans")
    void delegate(Path file) {
        assertThat(BpmnLaws.logicInTheModel(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("name only beans that a process package has")
    void beansExist(Path file) {
        assertThat(BpmnLaws.unknownBeans(process(file), beansOfProcessPackages()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("hold no literal time: due instants come from policy")
    void noLiteralTime(Path file) {
        assertThat(BpmnLaws.literalTimes(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("set a history time to live on each process")
    void processesHaveTimeToLive(Path file) {
        assertThat(BpmnLaws.withoutHistoryTimeToLive(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    @DisplayName("set a history time to live on each decision")
    void decisionsHaveTimeToLive(Path file) {
        assertThat(BpmnLaws.withoutHistoryTimeToLive(decision(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("are drawn: each node has a shape and each flow an edge")
    void areDrawn(Path file) {
        assertThat(BpmnLaws.undrawn(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("have at most twenty nodes")
    void staySmall(Path file) {
        assertThat(BpmnLaws.nodesTooMany(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("name each way out of a choice; one is the default, the others have a condition")
    void choicesAreClear(Path file) {
        assertThat(BpmnLaws.unclearChoices(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("chain no event-based gateways")
    void noChainedWaits(Path file) {
        assertThat(BpmnLaws.chainedWaits(process(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    @DisplayName("hand over the outcome at each end of an inquiry")
    void outcomesAreHandedOver(Path file) {
        assertThat(BpmnLaws.silentEnds(process(file), "inquiry", NO_OUTCOME)).isEmpty();
    }

    private static BpmnModelInstance process(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static DmnModelInstance decision(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    /** Named as Spring names them; stand-ins among the tests do not count. */
    private static Set<String> beansOfProcessPackages() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourcePattern("**/process/*.class");
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addExcludeFilter(
                (type, factory) -> type.getResource().getURL().getPath().contains("/test-classes/"));
        return scanner.findCandidateComponents("io.hourglass").stream()
                .map(bean ->
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, new SimpleBeanDefinitionRegistry()))
                .collect(Collectors.toSet());
    }
}
