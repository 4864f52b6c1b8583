package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("The stylesheet")
class StylesheetTest {

    @Test
    @DisplayName(
            "closes each block before a rule begins in the first column: one left open takes all that follows along")
    void blocks() throws IOException {
        var css = new ClassPathResource("static/hourglass.css").getContentAsString(StandardCharsets.UTF_8);
        var open = 0;
        for (var line : css.lines().toList()) {
            if (line.matches("[^\\s}].*\\{")) {
                assertThat(open).as("blocks open before: " + line).isZero();
            }
            open += count(line, '{') - count(line, '}');
        }
        assertThat(open).isZero();
    }

    @Test
    @DisplayName("lets the words of a mark take several lines where there is no room for one, as on a phone")
    void marks() throws IOException {
        var css = new ClassPathResource("static/hourglass.css").getContentAsString(StandardCharsets.UTF_8);
        var mark = css.substring(css.indexOf("\n.mark {"));
        assertThat(mark.substring(0, mark.indexOf('}')))
                .contains("max-width: 100%")
                .doesNotContain("nowrap");
    }

    private static int count(String line, char sought) {
        return (int) line.chars().filter(one -> one == sought).count();
    }
}
