package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.diagnosis.calendar.SetWorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The page of working hours and holidays")
class CalendarPageTest {

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private SetWorkCalendar calendar;

    @Autowired
    private ActionLog log;

    private static String[] form(String field, String value) {
        return new String[] {
            "days", field.equals("days") ? value : "SATURDAY",
            "from", field.equals("from") ? value : "08:30",
            "to", field.equals("to") ? value : "20:00",
            "holidays", field.equals("holidays") ? value : "2026-10-01 国庆节\r\n\r\n2026-02-17  Spring Festival "
        };
    }

    @ParameterizedTest(name = "says in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        assertThat(browser.page("/settings/calendar?lang=" + language, As.operations()))
                .contains("lang=\"" + language + "\"", "value=\"09:00\"", language.equals("zh") ? "星期一" : "Monday")
                .doesNotContain("??", "style=");
        assertThat(browser.page("/settings/calendar", As.auditor()))
                .contains("disabled")
                .doesNotContain("class=\"actions\"");
    }

    @Test
    @DisplayName("begins with the configuration, and keeps what is set")
    void set() throws Exception {
        assertThat(calendar.current().hours().days()).hasSize(5);
        for (var time = 0; time < 2; time++) {
            assertThat(browser.sent("/settings/calendar", As.operations(), form("", "")))
                    .contains("2026-02-17 Spring Festival\n2026-10-01 国庆节", "value=\"08:30\"");
        }
        assertThat(calendar.current().hours().days()).hasSize(1);
        assertThat(calendar.current().holidays())
                .isEqualTo(Map.of(LocalDate.of(2026, 2, 17), "Spring Festival", LocalDate.of(2026, 10, 1), "国庆节"));
        assertThat(log.latest(0, 1)).extracting(ActionLog.Done::action).containsExactly(Action.SET_THE_CALENDAR);
        assertThat(browser.page("/operations/actions?lang=zh", As.auditor()))
                .contains("08:30 至 20:00，2 个节假日", "href=\"/settings/calendar\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "days, '', days-rule",
        "days, SUNDAY FUNDAY, days-rule",
        "from, 20:00, hours-rule",
        "from, noon, hours-rule",
        "to, 08:30:59, hours-rule",
        "to, 24:01, hours-rule",
        "holidays, 2026-10-01, holidays-rule",
        "holidays, 2026-13-01 None, holidays-rule",
        "holidays, soon, holidays-rule",
        "holidays, '2026-12-25 A\n2026-12-25 B', holidays-rule"
    })
    @DisplayName("shows the form again, with what was typed, where a rule is broken")
    void broken(String field, String value, String rule) throws Exception {
        var result = browser.send("/settings/calendar", As.operations(), form(field, value));
        assertThat(result.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(result))
                .contains(field.equals("days") ? "08:30" : value)
                .containsPattern("id=\"" + rule + "\" class=\"bad\"");
        assertThat(calendar.current().holidays()).isEmpty();
        assertThat(log.latest(0, 9)).isEmpty();
    }
}
