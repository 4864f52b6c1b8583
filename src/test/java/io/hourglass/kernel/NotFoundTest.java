package io.hourglass.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("That something is not known")
class NotFoundTest {

    private static final Pattern MADE = Pattern.compile("new NotFound\\(\\s*\"([^\"]+)\"");

    /** All that the program can say is not known. */
    static List<String> whats() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        found.removeIf(what -> what.endsWith("."));
        return found.stream().distinct().sorted().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whats")
    @DisplayName("is said as a sentence in both languages, which names it")
    void sentence(String what) {
        var unknown = new NotFound(what.replace(' ', '_'), what, "x’1", "y", "z");
        assertThat(unknown.inWords(Locale.ENGLISH))
                .contains("x’1")
                .endsWith(".")
                .doesNotContain("{", "null");
        assertThat(unknown.inWords(Locale.CHINESE))
                .contains("x’1")
                .endsWith("。")
                .doesNotContain("{", "null");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whats")
    @DisplayName("is said on pages in both languages, with an id beside the sentence and not within")
    void onPage(String what) {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var said = new NotFound(what.replace(' ', '_'), what, "x’1", "y", "z").onPage(locale);
            assertThat(said.sentence())
                    .endsWith(locale.equals(Locale.CHINESE) ? "。" : ".")
                    .doesNotContain("{", "null");
            if (said.id() == null) {
                assertThat(what).isIn("version", "policy", "policy version", "day of the books", "help");
            } else {
                assertThat(said.id()).isEqualTo("x’1");
                assertThat(said.sentence()).doesNotContain("x’1");
            }
        }
    }

    @Test
    @DisplayName("puts the id between quotation marks")
    void quoted() {
        assertThat(new NotFound("inquiry", "x").inWords(Locale.ENGLISH)).isEqualTo("There is no inquiry “x”.");
        assertThat(new NotFound("inquiry", "x").inWords(Locale.CHINESE)).isEqualTo("没有询盘“x”。");
    }
}
