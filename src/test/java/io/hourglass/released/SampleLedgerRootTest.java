package io.hourglass.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.hourglass.Hourglass;
import io.hourglass.ProgramOnly;
import io.hourglass.access.accounts.SampleProgress;
import io.hourglass.audit.LedgerExport;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A change of the house, of names or of speed changes no sealed entry. Salts are random, and with them pseudonyms, hashes of
 * contents and the roots themselves: so the entries are compared in their order, persons by number.
 */
@DisplayName("The ledger of the sample marketplace, loaded at a fixed instant,")
class SampleLedgerRootTest {

    /** SHA-256 over the entries, as they were when this was first held. */
    private static final String ROOT = "3113b534b9686b749bd64a06153e51988a8432c1d151e8931f026ce145de7e2e";

    /** Those that there were then; an entry of another kind beside them changes none of these. */
    private static final Set<String> KINDS = Set.of("SEAL", "POLICY", "INQUIRY", "FACT", "VERDICT", "NUMBER", "ACTION");

    private static final Pattern KIND = Pattern.compile("\\{\"entry\":\"([A-Z_]+)\".*");
    private static final Pattern PERSON = Pattern.compile("\"(by|person)\":\"([^\"]+)\"");
    private static final Pattern SALTED = Pattern.compile(",\"(content|former)\":\"[^\"]+\"");

    private final Map<String, Integer> persons = new HashMap<>();

    @Test
    @DisplayName("has the entries that it always had")
    void root() {
        try (var program = start("sample-root", progress -> progress)) {
            assertThat(root(program)).isEqualTo(ROOT);
        }
    }

    @Test
    @DisplayName("has the same ones if the load was killed half way and went on at the next start")
    void killed() {
        assertThatThrownBy(() -> start("sample-killed", SampleLedgerRootTest::failingHalfWay)
                        .close())
                .hasRootCauseMessage("killed");
        try (var program = start("sample-killed", progress -> progress)) {
            assertThat(root(program)).isEqualTo(ROOT);
        }
    }

    private static SampleProgress failingHalfWay(SampleProgress progress) {
        var steps = new AtomicInteger();
        var failing = spy(progress);
        doAnswer(step -> {
                    if (steps.incrementAndGet() == 200) {
                        throw new IllegalStateException("killed");
                    }
                    return step.callRealMethod();
                })
                .when(failing)
                .step();
        return failing;
    }

    private static ConfigurableApplicationContext start(String database, UnaryOperator<SampleProgress> progress) {
        return new SpringApplicationBuilder(Hourglass.class, SetFromTheStart.class)
                .web(WebApplicationType.NONE)
                .initializers(program -> {
                    program.getBeanFactory().registerSingleton("programOnly", new ProgramOnly());
                    program.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            return bean instanceof SampleProgress one ? progress.apply(one) : bean;
                        }
                    });
                })
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--hourglass.demo=true",
                        "--released.now=2026-11-27T03:00:00Z");
    }

    private String root(ConfigurableApplicationContext program) {
        var entries = lines(program.getBean(LedgerExport.class)).stream()
                .filter(line -> KINDS.contains(kind(line)))
                .map(this::unsalted)
                .toList();
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", entries)));
    }

    private static List<String> lines(LedgerExport export) {
        var out = new ByteArrayOutputStream();
        export.days(Track.INQUIRY, null, null).forEach(seal -> export.write(seal, out));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String kind(String line) {
        var found = KIND.matcher(line);
        return found.matches() ? found.group(1) : "";
    }

    private String unsalted(String line) {
        var salted = SALTED.matcher(line).replaceAll("");
        return PERSON.matcher(salted)
                .replaceAll(found ->
                        "\"" + found.group(1) + "\":" + persons.computeIfAbsent(found.group(2), id -> persons.size()));
    }
}
