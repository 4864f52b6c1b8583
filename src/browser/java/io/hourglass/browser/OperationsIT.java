package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("Operations")
class OperationsIT {

    private static final int REFRESHED_WITHIN = 20_000;
    private final Readers readers;

    OperationsIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("see the running system, which refreshes itself, and go from what breaks next to its trace")
    void overview(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations");
            assertThat(page.locator(".chart.drawn svg")).isVisible();
            assertThat(page.locator("time[data-left]").first()).not().isEmpty();
            olga.look("operations");
            var before = page.locator(".as-of time").getAttribute("datetime");
            page.waitForFunction(
                    "was => document.querySelector('.as-of time').getAttribute('datetime') !== was",
                    before,
                    new Page.WaitForFunctionOptions().setTimeout(REFRESHED_WITHIN));
            assertThat(page.locator("#stale")).isHidden();
            page.locator("a[href$='/trace']").first().click();
            assertThat(page.locator(".timeline")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("find on the map what waits at a step, and go on to the list of it")
    void map(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations/map");
            assertThat(page.locator(".djs-overlay .badge").first()).isVisible();
            assertThat(page.locator("[data-element-id=KeepCaseOpen] text"))
                    .hasText(language.equals("zh") ? "等待处理" : "Keep the case open");
            olga.look("operations-map");
            page.locator(".djs-overlay .badge").first().click();
            assertThat(page.locator("table tbody tr").first()).isVisible();
            olga.look("operations-waiting");
            olga.open("/operations/map?process=day-close");
            assertThat(page.locator(".djs-overlay .badge").first()).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("suspend a supplier with a reason, find that again among the actions, and resume it")
    void suspension(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations/inquiries");
            var supplier = page.locator("table tbody tr td .id").first().textContent();
            page.locator("nav.menu a[href='/settings']").first().click();
            olga.look("settings");
            page.fill("#q", supplier);
            page.press("#q", "Enter");
            olga.look("settings-supplier");
            page.fill("#reason", "Asked for in " + language);
            page.click("form[action$='/suspension'] button");
            assertThat(page.locator("#said .notice")).isVisible();
            olga.open("/operations/actions");
            assertThat(page.locator("table tbody tr").first()).containsText("Asked for in " + language);
            olga.look("operations-actions");
            page.locator("table tbody tr")
                    .first()
                    .locator("a[href^='/settings/suppliers/']")
                    .click();
            page.fill("#reason", "Cleared");
            page.click("form[action$='/resumption'] button");
            olga.open("/operations/actions");
            assertThat(page.locator("table tbody tr").first())
                    .containsText(language.equals("zh") ? "恢复了供应商的推荐" : "resumed a supplier");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("set up a webhook, whose secret is shown once, and see what waits for it")
    void webhooks(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/settings/webhooks");
            page.fill("#url", "https://hooks.invalid/" + language);
            page.check("input[name=kinds][value='number.published']");
            page.click("form.card .actions button");
            assertThat(page.locator("main")).containsText("whsec_");
            olga.look("settings-webhook-added");
            olga.open("/settings/webhooks");
            assertThat(page.locator("main")).not().containsText("whsec_");
            olga.look("settings-webhooks");
            page.locator("table a[href^='/settings/webhooks/']")
                    .filter(new Locator.FilterOptions().setHasText("invalid/" + language))
                    .click();
            page.click("form[action$='/tests'] button");
            assertThat(page.locator("table tbody tr")).hasCount(1);
            olga.look("settings-webhook");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName(
            "send a file of facts, see it taken without loading its page again, why a line was rejected and what waits")
    void imports(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations/imports");
            var inquiry = "nowhere-" + language;
            var file = "event,inquiry,at,author\nREPLIED," + inquiry + ",2026-03-02T04:00:00Z,HUMAN\nnonsense\n";
            page.setInputFiles(
                    "#file", new FilePayload("march.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.uncheck("#rehearse");
            page.click("#send button");
            page.waitForURL(Pattern.compile(".*/operations/imports/[0-9a-f]+$"));
            assertThat(page.locator("#live tbody th")).hasText("3");
            assertThat(page.locator("#live progress")).hasCount(0);
            assertThat(page.locator("#stop")).hasCount(0);
            assertThat(page.locator("#stale")).isHidden();
            olga.look("operations-import");
            page.locator("#live a[href='/operations/parked-facts']").click();
            assertThat(page.locator("table")).containsText(inquiry);
            olga.look("operations-parked-facts");
            olga.open("/operations/imports");
            assertThat(page.locator("table tbody tr").first()).containsText("march.csv");
            olga.look("operations-imports");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("see in Cockpit the inquiry behind a process, and come back by its links")
    void cockpit(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations/inquiries");
            var inquiry = page.locator("table tbody th a").first().textContent();
            page.locator("a.cockpit").first().click();
            page.getByText(language.equals("en") ? "Case" : "事项", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            var tab = page.locator(".hourglass-inquiry");
            assertThat(tab).containsText(inquiry);
            assertThat(tab.locator("table").last()).containsText(language.equals("en") ? "Inquiry received" : "收到询盘");
            olga.picture("operations-cockpit");
            tab.locator("a[href$='/trace']").click();
            assertThat(page.locator(".timeline")).isVisible();
            assertThat(page).hasURL(Pattern.compile("/inquiries/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("find a step that has failed, by keys alone, and have it tried again with a reason")
    void incident(String language) {
        try (var program = RunningProgram.withAFailedClose("failed-close-" + language);
                var olga = readers.reads(language, program)) {
            var page = olga.signIn("operations").open("/operations/incidents");
            assertThat(page.locator(".failures")).isVisible();
            olga.look("operations-incidents");
            olga.open("/operations");
            olga.look("operations-failing");
            olga.tabTo(".failures tbody th a").press("Enter");
            assertThat(page.locator("#reason")).isVisible();
            olga.tabTo("form.card button").press("Enter");
            assertThat(page.locator("#reason:invalid")).isFocused();
            olga.type("Looked at in " + language);
            olga.tabTo("details summary").press("Enter");
            assertThat(page.locator("details pre")).containsText("io.hourglass.rate");
            olga.look("operations-incident");
            olga.press("Shift+Tab");
            olga.press("Enter");
            assertThat(page.locator("#said .notice")).isVisible();
            olga.open("/operations/actions");
            assertThat(page.locator("table tbody tr").first()).containsText("Looked at in " + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("find inquiries whose process has ended, and the way they took")
    void ended(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/operations/map");
            page.locator("a[href='/operations/ended']").click();
            assertThat(page.locator("table tbody tr").first()).isVisible();
            olga.look("operations-ended");
            page.locator("table tbody th a").first().click();
            assertThat(page.locator(".djs-overlay .badge").first()).isVisible();
        }
    }
}
