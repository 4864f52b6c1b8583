package io.hourglass.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.audit.LedgerExport;
import io.hourglass.kernel.Sha256;
import io.hourglass.kernel.Track;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A change of the house, of names or of speed changes no sealed entry. Salts are random, and with them pseudonyms, hashes of
 * contents and the roots themselves: so the entries are compared in their order, persons by number.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sample-root;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=true",
            "released.now=2026-11-27T03:00:00Z"
        })
@Import(SetFromTheStart.class)
@DisplayName("The ledger of the sample marketplace, loaded at a fixed instant,")
class SampleLedgerRootTest {

    /** SHA-256 over the entries, as they were when this was first held. */
    private static final String ROOT = "3113b534b9686b749bd64a06153e51988a8432c1d151e8931f026ce145de7e2e";

    /** Those that there were then; an entry of another kind beside them changes none of these. */
    private static final Set<String> KINDS = Set.of("SEAL", "POLICY", "INQUIRY", "FACT", "VERDICT", "NUMBER", "ACTION");

    private static final Pattern KIND = Pattern.compile("\\{\"entry\":\"([A-Z_]+)\".*");
    private static final Pattern PERSON = Pattern.compile("\"(by|person)\":\"([^\"]+)\"");
    private static final Pattern SALTED = Pattern.compile(",\"(content|former)\":\"[^\"]+\"");

    @Autowired
    private LedgerExport export;

    private final Map<String, Integer> persons = new HashMap<>();

    @Test
    @DisplayName("has the entries that it always had")
    void root() {
        var entries = lines().stream()
                .filter(line -> KINDS.contains(kind(line)))
                .map(this::unsalted)
                .toList();
        assertThat(HexFormat.of().formatHex(Sha256.of(String.join("\n", entries))))
                .isEqualTo(ROOT);
    }

    private List<String> lines() {
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
