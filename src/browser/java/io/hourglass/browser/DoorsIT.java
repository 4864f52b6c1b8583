package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("Whoever comes to the program")
class DoorsIT {

    private final Readers readers;

    DoorsIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("signs in, sees what is here and what can be called, and signs out")
    void signsInAndOut(String language) {
        try (var olga = readers.reads(language)) {
            olga.open("/");
            olga.look("login");
            olga.signIn("operations").open("/");
            assertThat(olga.page().locator("html")).hasAttribute("lang", language);
            assertThat(olga.page().locator("table tbody tr").first()).isVisible();
            olga.look("start");
            olga.open("/openapi");
            assertThat(olga.page().locator(".opblock").first()).isVisible();
            olga.open("/");
            olga.page().click(".caller button");
            assertThat(olga.page().locator("[role=status]")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("signs in by the keyboard alone, and comes past the menu to the content")
    void byKeyboard(String language) {
        try (var ada = readers.reads(language)) {
            var page = ada.open("/login?lang=" + language);
            assertThat(page.locator("#username")).isFocused();
            page.keyboard().type("auditor");
            page.keyboard().press("Tab");
            page.keyboard().type("sample");
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("main a").first()).isFocused();
        }
    }
}
