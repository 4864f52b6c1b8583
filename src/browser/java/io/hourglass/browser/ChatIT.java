package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("Who reads a shop's chat")
class ChatIT {

    private static final String PAGES = "/suppliers/sample-supplier-10/chat";

    private final Readers readers;

    ChatIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("sees as the shop what waits today and the rate, and goes on to an account and what it missed")
    void shop(String language) {
        try (var li = readers.reads(language)) {
            var page = li.signIn("supplier").open("/");
            page.locator("nav.menu a[href='" + PAGES + "']").first().click();
            assertThat(page.locator(".counts time[data-left]")).isVisible();
            assertThat(page.locator(".figure strong")).containsText("%");
            assertThat(page.locator("figure.chart.drawn")).isVisible();
            li.look("chat");
            page.locator("table[aria-labelledby=accounts] tbody th a[href$=silk-ben]")
                    .click();
            assertThat(page).hasURL(Pattern.compile(PAGES + "/accounts/"));
            page.locator("table[aria-labelledby=days] td a.bad").first().click();
            assertThat(page).hasURL(Pattern.compile("state=UNANSWERED"));
            assertThat(page.locator("table[aria-labelledby=consultations] .mark.bad")
                            .first())
                    .isVisible();
            li.look("chat-account");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("chooses the shop as operations, and sees the open consultations on the map")
    void operations(String language) {
        try (var olga = readers.reads(language)) {
            var page = olga.signIn("operations").open("/chat");
            olga.look("chat-shops");
            page.locator("table tbody th a[href='" + PAGES + "']").click();
            assertThat(page).hasURL(Pattern.compile(PAGES));
            olga.open("/operations/map?process=chat");
            assertThat(page.locator(".stops")).isVisible();
            olga.look("chat-map");
        }
    }
}
