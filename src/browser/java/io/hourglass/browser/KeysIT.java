package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("By keys")
class KeysIT {

    private static final String SUPPLIER = "sample-supplier-10";
    private static final String INBOX = "/suppliers/" + SUPPLIER + "/inbox";

    private final Readers readers;

    KeysIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("somebody goes through rows, replies and sends, and types the same letters into a field")
    void rows(String language) {
        readers.marketplace().inquiry("keys-1-" + language, SUPPLIER);
        readers.marketplace().inquiry("keys-2-" + language, SUPPLIER);
        try (var li = readers.reads(language)) {
            var page = li.signIn("supplier").open(INBOX + "?words=keys-");
            var links = page.locator("ol.inbox > li h2 a");
            li.press("j");
            assertThat(links.nth(0)).isFocused();
            li.press("j");
            assertThat(links.nth(1)).isFocused();
            li.press("k").press("k");
            assertThat(links.nth(0)).isFocused();
            li.press("r");
            var text = page.locator("ol.inbox > li").first().locator("textarea");
            assertThat(text).isFocused();
            li.type("jkr/?");
            assertThat(text).hasValue("jkr/?");
            li.press("Control+Enter");
            assertThat(page.locator("#said .notice")).isVisible();
            assertThat(page).hasURL(Pattern.compile(INBOX));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("somebody opens the list of keys, and switches those of one character off and on")
    void help(String language) {
        try (var li = readers.reads(language)) {
            var page = li.signIn("supplier").open(INBOX);
            li.press("?");
            var dialog = page.locator("dialog#keys");
            assertThat(dialog).isVisible();
            li.look("keys");
            page.locator("dialog#keys [name=on]").uncheck();
            li.press("Escape");
            assertThat(dialog).isHidden();
            li.press("?").press("j");
            assertThat(dialog).isHidden();
            assertThat(page.locator("ol.inbox a:focus")).hasCount(0);
            page.navigate("/help");
            li.look("help");
            li.press("?");
            assertThat(dialog).isHidden();
            page.click("[data-opens=keys]");
            assertThat(dialog).isVisible();
            page.locator("dialog#keys [name=on]").check();
            page.locator("dialog#keys button").click();
            li.press("?");
            assertThat(dialog).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("nobody sends a choice between two acts: it gets the focus")
    void choice(String language) {
        readers.marketplace().inquiry("keys-choice-" + language, SUPPLIER);
        try (var li = readers.reads(language)) {
            var page = li.signIn("supplier").open("/suppliers/" + SUPPLIER + "/inquiries/keys-choice-" + language);
            page.locator("input[name=reason]").fill("No pumps");
            li.press("Control+Enter");
            assertThat(page.locator("button[value=REJECTED]")).isFocused();
            assertThat(page.locator("#said .notice")).hasCount(0);
        }
    }
}
