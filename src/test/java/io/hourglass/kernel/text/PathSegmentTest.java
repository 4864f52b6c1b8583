package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id in the path of an address")
class PathSegmentTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a",
                ".",
                "..",
                "...",
                "~.",
                "~..",
                "~~..",
                "~",
                "~a",
                "../../../../x",
                "..;",
                ";",
                "%2f",
                "%2e%2e",
                "?",
                "#",
                "\\",
                "//",
                "a b",
                "a+b",
                "a*b",
                ":dispute:1",
                "x\u202Ey",
                "x\u2028y",
                "询盘",
                "\uD83D\uDE00",
                "{id}",
                "\"<&'"
            })
    @DisplayName("is one part of it, stays there when the path is tidied up, and is read as it was")
    void oneSegment(String id) {
        var path = "/inquiries/" + PathSegment.of(id) + "/trace";
        assertThat(path.split("/", -1)).hasSize(4);
        assertThat(URI.create(path).normalize()).hasToString(path);
        var decoded = URLDecoder.decode(PathSegment.of(id).replace("+", "%2B"), StandardCharsets.UTF_8);
        assertThat(decoded).isNotIn(".", "..");
        assertThat(PathSegment.read(decoded)).isEqualTo(id);
    }

    @Test
    @DisplayName("is written as it is where it is plain")
    void plain() {
        assertThat(PathSegment.of("inq-1001_a.b")).isEqualTo("inq-1001_a.b");
    }
}
