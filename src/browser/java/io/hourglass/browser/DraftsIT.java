package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
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
        type(reader.page(), TEXT, typed);
    }

    private static void type(Page page, String field, String typed) {
        page.locator(field).fill(typed);
        page.waitForFunction(
                "typed => Object.values(localStorage).some(kept => kept.includes(JSON.stringify(typed)))", typed);
    }

    private static void reloads(Page tab, String shown) {
        tab.reload();
        assertThat(tab.locator(TEXT)).hasValue(shown);
    }

    private static Page anotherTab(Reader reader, String path) {
        var tab = reader.page().context().newPage();
        tab.navigate(path);
        return tab;
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
    @DisplayName("in two tabs is kept in each; what one sends takes nothing from the other")
    void twoTabs() {
        var page = inquiry("draft-two-tabs");
        try (var li = readers.reads("en")) {
            li.signIn("supplier").open(page);
            var other = anotherTab(li, page);
            type(li, "from the first");
            type(other, TEXT, "from the second");
            reloads(li.page(), "from the first");
            reloads(other, "from the second");
            li.page().click(SEND);
            assertThat(li.page().locator("#said .notice")).isVisible();
            reloads(other, "from the second");
            other.click(SEND);
            assertThat(other.locator("#said .notice")).isVisible();
            li.open(page);
            assertThat(text(li)).hasValue("");
            assertThat(restored(li)).hasCount(0);
        }
    }

    @Test
    @DisplayName("in a tab that is closed goes on in the next, and goes with what is sent there")
    void closedTab() {
        var page = inquiry("draft-closed-tab");
        try (var li = readers.reads("en")) {
            li.signIn("supplier");
            var first = anotherTab(li, page);
            type(first, TEXT, TYPED);
            first.close();
            li.open(page);
            assertThat(text(li)).hasValue(TYPED);
            type(li, TYPED + "!");
            li.page().click(SEND);
            assertThat(li.page().locator("#said .notice")).isVisible();
            li.open(page);
            assertThat(text(li)).hasValue("");
            reloads(anotherTab(li, page), "");
        }
    }

    @Test
    @DisplayName("in a tab that is still open stays there, where another goes on with it, sends it, or discards it")
    void openTab() {
        var page = inquiry("draft-open-tab");
        try (var li = readers.reads("en")) {
            li.signIn("supplier").open(page);
            type(li, TYPED);
            var other = anotherTab(li, page);
            assertThat(other.locator(TEXT)).hasValue(TYPED);
            other.locator(".restored button").click();
            assertThat(other.locator(TEXT)).hasValue("");
            reloads(li.page(), TYPED);
            reloads(other, "");
            var third = anotherTab(li, page);
            assertThat(third.locator(TEXT)).hasValue(TYPED);
            type(third, TEXT, "something else");
            third.click(SEND);
            assertThat(third.locator("#said .notice")).isVisible();
            reloads(li.page(), TYPED);
            var fourth = anotherTab(li, page);
            assertThat(fourth.locator(TEXT)).hasValue(TYPED);
            fourth.click(SEND);
            assertThat(fourth.locator("#said .notice")).isVisible();
            reloads(li.page(), "");
        }
    }

    @Test
    @DisplayName("into a new version of a policy is there again with its effect and its reason, until it is in force")
    void policy() {
        var draft = "/settings/policies/dispute/draft";
        var days = "[name=disputeWithinDays]";
        var reason = "[name=reason]";
        try (var olga = readers.reads("en")) {
            var page = olga.signIn("operations").open(draft + "?copyOf=1");
            var before = page.locator(days).inputValue();
            olga.open(draft);
            type(page, days, "45");
            page.locator(days).blur();
            type(page, reason, "Suppliers asked for it.");
            olga.open("/settings");
            olga.open(draft);
            assertThat(page.locator(days)).hasValue("45");
            assertThat(page.locator("#checked")).containsText("45");
            assertThat(page.locator(reason)).hasValue("Suppliers asked for it.");
            olga.look("settings-policy-draft-restored");
            olga.open(draft + "?copyOf=1");
            assertThat(page.locator(days)).hasValue(before);
            olga.open(draft);
            page.click("#checked button[type=submit]");
            assertThat(page.locator("#said .notice")).isVisible();
            olga.open(draft);
            assertThat(page.locator(".restored")).hasCount(0);
            assertThat(page.locator(days)).hasValue("45");
            page.locator(days).fill("44");
            page.locator(days).blur();
            assertThat(page.locator(reason)).hasValue("");
        }
    }

    @Test
    @DisplayName("as a time stays in the zone in which it was typed, though the reader sets another")
    void zone() {
        var form = "form[action$=disputes]";
        try (var li = readers.reads("en")) {
            var page = li.signIn("supplier").open("/suppliers/" + SUPPLIER + "/inbox?state=UNANSWERED");
            page.click("ol.inbox li:nth-child(2) h2 a");
            var inquiry = page.url();
            setZone(page, "Asia/Kolkata", inquiry);
            page.click("details:has(" + form + ") summary");
            type(page, form + " [name=at]", "2026-11-16T16:39");
            setZone(page, "America/New_York", inquiry);
            assertThat(page.locator(form + " [name=at]")).hasValue("2026-11-16T16:39");
            assertThat(page.locator("label[for=at]")).containsText("Asia/Kolkata");
            assertThat(page.locator(form + " [name=zone]")).hasValue("Asia/Kolkata");
            page.click(form + " .restored button");
            assertThat(page.locator("label[for=at]")).containsText("America/New_York");
            assertThat(page.locator(form + " [name=zone]")).hasValue("America/New_York");
            setZone(page, "", inquiry);
        }
    }

    private static void setZone(Page page, String zone, String back) {
        page.click("details.zone summary");
        page.fill("#zone", zone);
        page.click("details.zone form:has(#zone) button[type=submit]");
        page.waitForLoadState();
        page.navigate(back);
    }

    @Test
    @DisplayName("has its ticks too, and says since when as other times do")
    void ticks() {
        try (var olga = readers.reads("en")) {
            var page = olga.signIn("operations").open("/settings/keys");
            page.locator("[name=scopes]").last().check();
            type(page, "main [name=name]", "warehouse");
            olga.open("/settings/keys");
            assertThat(page.locator("main [name=name]")).hasValue("warehouse");
            assertThat(page.locator("[name=scopes]").last()).isChecked();
            assertThat(page.locator(".restored time"))
                    .hasAttribute("title", Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\w+/\\w+"));
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
