package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cell of a file for spreadsheets")
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"})
    @DisplayName("has an apostrophe before what would be a formula, or looks as if it had one")
    void formula(String text) {
        assertThat(SpreadsheetText.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1-1", " =1", "供应商", "2026-03-07", "\"=1"})
    @DisplayName("is otherwise as it is")
    void plain(String text) {
        assertThat(SpreadsheetText.cell(text)).isEqualTo(text);
    }
}
