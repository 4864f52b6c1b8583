package io.hourglass.bench.contender;

import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Happening.Role;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.bpmn.InquiryNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.io.ClassPathResource;

/**
 * All that the rival on Camunda's defaults knows of the models: where it waits, which delegates it calls,
 * and which instants it asks for. Read from the model where the model says it.
 */
final class RivalModel {

    /** The inquiry, and the referral that it calls. */
    static final List<String> FILES = List.of("bpmn/inquiry.bpmn", "bpmn/referral.bpmn");

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"[#$]\\{(\\w+)}\"");
    private static final String WAIT = InquiryNodes.KEEP_CASE_OPEN;
    private static final String SCREENING = "screenInquiry";
    private static final String HAND_OVER = "handOutcome";

    private final Set<String> delegates;

    RivalModel() {
        delegates = FILES.stream().flatMap(file -> found(DELEGATE, read(file))).collect(Collectors.toSet());
    }

    /** A bean for each delegate that the model names, and one for its due instants. */
    Map<Object, Object> beans(Function<String, Object> delegate, RivalInstants instants) {
        var beans = new HashMap<Object, Object>(
                delegates.stream().collect(Collectors.toMap(Function.identity(), delegate)));
        beans.put("dueInstants", instants);
        return beans;
    }

    /** If not, a spam inquiry never becomes a process, and its entry is booked at intake. */
    boolean screensSpam() {
        return delegates.contains(SCREENING);
    }

    /** If not, an answer's entry is booked where the answer comes in. */
    boolean booksAtTheEnd() {
        return delegates.contains(HAND_OVER);
    }

    void begin(RuntimeService runtime, Lifecycle one) {
        runtime.createProcessInstanceByKey("inquiry")
                .businessKey(one.id().value())
                .execute();
    }

    /** Late evidence finds no process any more, and is not sent to one. */
    void tell(RuntimeService runtime, Happening happening) {
        if (happening.role() != Role.LATE_EVIDENCE) {
            var wait = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(happening.of().id().value())
                    .activityId(WAIT)
                    .singleResult();
            runtime.signal(wait.getId(), null, null, Map.of("outcome", outcome(happening)));
        }
    }

    private static String outcome(Happening happening) {
        return switch (happening.kind()) {
            case REPLIED -> "ANSWERED";
            default -> happening.kind().name();
        };
    }

    private static Stream<String> found(Pattern pattern, String model) {
        return pattern.matcher(model).results().map(match -> match.group(1));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
