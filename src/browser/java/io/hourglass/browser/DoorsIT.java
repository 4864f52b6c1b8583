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
}
