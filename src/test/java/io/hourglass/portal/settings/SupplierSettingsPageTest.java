package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.DescribeSupplier;
import io.hourglass.market.profiles.DescribeSupplier.Description;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The settings of suppliers")
class SupplierSettingsPageTest {

    private static final SupplierId ONE = new SupplierId("s<1>");
    private static final String ADDRESS = "/settings/suppliers/s%3C1%3E";

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private DescribeSupplier describe;

    @Autowired
    private SupplierProfiles profiles;

    @Autowired
    private ActionLog log;

    @BeforeEach
    void suppliers() {
        describe.describe(new Description(
                ONE, new SupplierProfile("Wenzhou Valves", "group", 40, false, List.of("Hardware/Valves"), "球阀")));
        describe.describe(new Description(
                new SupplierId("s-2"), new SupplierProfile("Ningbo Valves", null, null, false, List.of(), null)));
    }

    private SupplierProfile profile() {
        return Objects.requireNonNull(profiles.of(List.of(ONE)).get(ONE));
    }

    private String[] form(String field, String value) {
        return new String[] {
            "name", field.equals("name") ? value : "Wenzhou",
            "company", field.equals("company") ? value : "",
            "capacity", field.equals("capacity") ? value : "7",
            "categories", field.equals("categories") ? value : "Hardware/Pumps\r\n\r\n Hardware/Valves ",
            "products", field.equals("products") ? value : "pumps"
        };
    }

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        browser.sent(ADDRESS + "/suspension", As.operations(), "reason", "Under inquiry.");
        for (var path : new String[] {"/settings/suppliers", ADDRESS, "/settings/suppliers/s-2"}) {
            assertThat(browser.page(path + "?lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??", "style=", "s<1>");
        }
    }

    @Test
    @DisplayName("list suppliers by name, and open the one that alone is called so")
    void byName() throws Exception {
        assertThat(browser.page("/settings", As.operations())).contains("action=\"/settings/suppliers\"");
        assertThat(browser.page("/settings/suppliers?q=valves", As.auditor()))
                .containsSubsequence("Ningbo Valves", "Wenzhou Valves");
        var one = browser.statusOf("/settings/suppliers?q=wenzh", As.operations());
        assertThat(one).isEqualTo(303);
        assertThat(browser.page("/settings/suppliers?q=nobody&lang=en", As.operations()))
                .contains("No supplier is called so.");
        assertThat(browser.statusOf("/settings/suppliers/none", As.operations()))
                .isEqualTo(404);
        assertThat(browser.statusOf("/settings/suppliers?page=-1", As.operations()))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("save what the marketplace says of a supplier, whose suspension stays as it is")
    void described() throws Exception {
        browser.sent(ADDRESS + "/suspension", As.operations(), "reason", "Under inquiry.");
        browser.sent(ADDRESS + "/profile", As.operations(), form("", ""));
        assertThat(profile())
                .isEqualTo(new SupplierProfile(
                        "Wenzhou", null, 7, true, List.of("Hardware/Pumps", "Hardware/Valves"), "pumps"));
        assertThat(log.latest(0, 1)).extracting(ActionLog.Done::action).containsExactly(Action.DESCRIBE_A_SUPPLIER);
        assertThat(browser.page(ADDRESS, As.auditor()))
                .contains("Hardware/Pumps", "disabled")
                .doesNotContain("class=\"actions\"");
    }

    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @CsvSource({
        "name, x, 201",
        "company, x, 65",
        "capacity, -1, 1",
        "capacity, 1.5, 1",
        "capacity, many, 1",
        "categories, x, 401",
        "categories, a//b, 1",
        "categories, 'a\n', 51",
        "products, x, 2001"
    })
    @DisplayName("show the form again, with what was typed, where a field breaks its rule")
    void broken(String field, String value, int times) throws Exception {
        var before = profile();
        var typed = value.replace("\\n", "\n").repeat(times);
        var result = browser.send(ADDRESS + "/profile", As.operations(), form(field, typed));
        assertThat(result.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(result))
                .contains(typed.strip())
                .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"");
        assertThat(profile()).isEqualTo(before);
    }

    @Test
    @DisplayName("suspend a supplier with a reason, show that, and resume it")
    void suspended() throws Exception {
        var unreasoned = browser.send(ADDRESS + "/suspension", As.operations(), "reason", " ");
        assertThat(unreasoned.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(unreasoned)).containsPattern("id=\"reason\"[^>]*aria-invalid=\"true\"");
        assertThat(profiles.suspended()).isEmpty();
        assertThat(browser.sent(ADDRESS + "/suspension?lang=en", As.operations(), "reason", "Under inquiry."))
                .contains("Wenzhou Valves is suspended: it is not recommended.", ADDRESS + "/resumption")
                .doesNotContain("action=\"" + ADDRESS + "/suspension\"");
        assertThat(profiles.suspended()).containsExactly(ONE);
        assertThat(browser.page("/settings/suppliers", As.auditor())).contains("href=\"" + ADDRESS + "\"");
        assertThat(browser.page(ADDRESS, As.auditor())).doesNotContain("/resumption");
        browser.sent(ADDRESS + "/resumption", As.operations(), "reason", "Cleared.");
        assertThat(profiles.suspended()).isEmpty();
        assertThat(log.latest(0, 2))
                .extracting(ActionLog.Done::action)
                .containsExactly(Action.RESUME_A_SUPPLIER, Action.SUSPEND_A_SUPPLIER);
        assertThat(browser.send("/settings/suppliers/none/suspension", As.operations(), "reason", "None.")
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
