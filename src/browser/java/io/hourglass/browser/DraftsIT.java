package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("What somebody types")
class DraftsIT {

    private static final String TYPED = "38 USD each, <b>60 days</b>, 价格可议";
    private static final String TEXT = "form[action*='/replies'] textarea";
    private static final String SEND = "form[action*='/replies'] button[type=submit]";
    private static final String SUPPLIER = "sample-supplier-10";

    private final Readers readers;

    DraftsIT(Readers readers) {
        this.readers = readers;
    }

    /** The page of a new inquiry to the supplier. */
    private String inquiry(String id) {
        readers.marketplace().inquiry(id, SUPPLIER);
        return "/suppliers/" + SUPPLIER + "/inquiries/" + id;
    }

    private static Locator text(Reader reader) {
        return reader.page().locator(TEXT);
    }

    private static Locator restored(Reader reader) {
        return reader.page().locator(".restored");
    }

    /** As far as the browser has kept it. */
    private static void type(Reader reader, String typed) {
        text(reader).fill(typed);
        reader.page()
                .waitForFunction(
                        "typed => Object.values(localStorage).some(kept => kept.includes(JSON.stringify(typed)))",
                        typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("is there again when the page is, says since when, and goes when it is discarded")
    void closed(String language) {
        var page = inquiry("draft-closed-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(page);
            assertThat(restored(li)).hasCount(0);
            type(li, TYPED);
            li.open("/");
            li.open(page);
            assertThat(text(li)).hasValue(TYPED);
            assertThat(restored(li)).containsText(language.equals("en") ? "Restored from" : "已恢复");
            li.look("supplier-inquiry-draft");
            restored(li).locator("button").click();
            assertThat(text(li)).hasValue("");
            assertThat(text(li)).isFocused();
            assertThat(restored(li)).hasCount(0);
            li.open(page);
            assertThat(text(li)).hasValue("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName(
            "outlasts a session that is over, is sent after a new sign-in, and is kept no longer once it is accepted")
    void lostSession(String language) {
        var page = inquiry("draft-lost-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(page);
            type(li, TYPED);
            li.expects(403).page().context().clearCookies();
            li.page().click(SEND);
            var again = li.page().locator("main form.card textarea[name=text]");
            assertThat(again).hasValue(TYPED);
            li.look("failed-session-over");
            again.fill(TYPED + "!");
            li.open(page + "?lang=" + language);
            li.page().fill("#username", "supplier");
            li.page().fill("#password", "sample");
            li.page().click(".login button");
            li.page().waitForURL(url -> url.contains(page));
            assertThat(text(li)).hasValue(TYPED + "!");
            li.page().click(SEND);
            assertThat(li.page().locator("#said .notice")).isVisible();
            li.open(page);
            assertThat(text(li)).hasValue("");
            assertThat(restored(li)).hasCount(0);
        }
    }

    @Test
    @DisplayName("is accepted from the page that shows it again, and then kept no longer either")
    void sentAgain() {
        var page = inquiry("draft-again");
        try (var li = readers.reads("en")) {
            li.signIn("supplier").open(page);
            type(li, TYPED);
            li.expects(403).page().context().clearCookies();
            li.page().click(SEND);
            assertThat(li.page().locator("h1")).hasText("Your session has expired");
            Page tab = li.page().context().newPage();
            tab.navigate("/login?lang=en");
            tab.fill("#username", "supplier");
            tab.fill("#password", "sample");
            tab.click(".login button");
            tab.waitForURL(url -> !url.contains("/login"));
            tab.close();
            li.page().click("main form.card button");
            assertThat(li.page().locator("h1")).hasText("Please check this again, and send it");
            li.page().click("main form.card button");
            assertThat(li.page().locator("#said .notice")).isVisible();
            assertThat(text(li)).hasValue("");
            li.open(page);
            assertThat(text(li)).hasValue("");
        }
    }

    @Test
    @DisplayName("is not shown to another account, is kept while its own is away, and goes with an explicit sign-out")
    void othersAndSignOut() {
        var page = inquiry("draft-own");
        try (var li = readers.reads("en")) {
            li.signIn("supplier").open(page);
            type(li, TYPED);
            li.page().context().clearCookies();
            li.signIn("operations").open(page);
            assertThat(li.page().locator("main")).not().containsText("60 days");
            li.page().click(".caller button");
            li.signIn("supplier").open(page);
            assertThat(text(li)).hasValue(TYPED);
            li.page().click(".caller button");
            li.signIn("supplier").open(page);
            assertThat(text(li)).hasValue("");
        }
    }

    @Test
    @DisplayName("never includes a password")
    void passwords() {
        try (var li = readers.reads("en")) {
            li.signIn("supplier").open("/password");
            li.page().fill("[name=current]", "sample");
            li.page().fill("[name=next]", "a new secret of mine");
            li.open("/password");
            assertThat(li.page().locator("[name=next]")).hasValue("");
            li.page().waitForFunction("Object.keys(localStorage).length === 0");
        }
    }
}
