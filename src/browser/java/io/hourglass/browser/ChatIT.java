package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("Who reads a shop's chat")
class ChatIT {

    private static final String PAGES = "/suppliers/sample-supplier-10/chat";
    private static final String ACCOUNT = PAGES + "/accounts/silk-ben";
    private static final Pattern CONSULTATION = Pattern.compile(PAGES + "/consultations/");
    private static final Pattern DAY = Pattern.compile(".*/consultations/(\\d{4}-\\d\\d-\\d\\d).*");

    /** Of a day that is not, as yesterday until six in the morning, nothing published is restated. */
    private static final Map<String, String> LOCKED = Map.of("en", "yes", "zh", "已锁定");

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

    @ParameterizedTest
    @CsvSource({"en, 0", "zh, 1"})
    @DisplayName(
            "disputes as the shop what it missed on a day, and sees its number restated once an auditor has accepted it")
    void disputes(String language, int day) {
        try (var li = readers.reads(language);
                var ada = readers.reads(language)) {
            var page = li.signIn("supplier").open(ACCOUNT);
            var published = page.locator(".figure strong").innerText();
            page.locator("table[aria-labelledby=days] tr:has(td:last-child:text-is('" + LOCKED.get(language)
                            + "')) a.bad")
                    .nth(day)
                    .click();
            page.locator("table[aria-labelledby=consultations] td a.id").first().click();
            assertThat(page).hasURL(CONSULTATION);
            var consultation = page.url();
            contest(li);
            accept(ada.signIn("auditor"), consultation.replaceAll(".*/", ""));
            li.open(consultation);
            assertThat(page.locator("#stands .mark.good")).isVisible();
            assertThat(page.locator("#disputes ~ article")).containsText("silk-ben");
            li.look("chat-consultation-restated");
            li.open(ACCOUNT);
            assertThat(page.locator(".figure strong")).not().hasText(published);
            assertThat(page.locator("#published ~ p .mark")).isVisible();
        }
    }

    /** First without an instant: what was written is kept, and what is missing is said beside it. */
    private static void contest(Reader li) {
        var page = li.expects(400).page();
        li.look("chat-consultation");
        page.locator("#disputes ~ details summary").click();
        page.fill("#evidence", "Export of our chat, line 4711.");
        page.click("form[action$=disputes] button");
        assertThat(page.locator("#at-wrong")).isVisible();
        assertThat(page.locator("#evidence")).hasValue("Export of our chat, line 4711.");
        li.look("chat-dispute-wrong");
        page.fill("#at", DAY.matcher(page.url()).replaceAll("$1T23:59"));
        page.click("form[action$=disputes] button");
        assertThat(page.locator("#said .notice")).isVisible();
        assertThat(page.locator("#disputes ~ article")).containsText("4711");
        li.open("/suppliers/sample-supplier-10/disputes");
        assertThat(page.locator("article.card").first()).containsText("4711");
        li.look("chat-disputes");
    }

    private static void accept(Reader ada, String consultation) {
        var page = ada.open("/audit/disputes");
        page.locator("#open ~ ul li", new Page.LocatorOptions().setHasText(consultation))
                .locator("h3 a")
                .click();
        page.fill("#reason", "The export shows it.");
        page.click("button[value=true]");
        page.click("form summary");
        assertThat(page.locator("form table")).containsText("silk-ben");
        ada.look("auditor-chat-effect");
        page.click("button[value=true]");
        assertThat(page.locator("#said .notice")).isVisible();
        ada.open("/audit/restatements");
        assertThat(page.locator("section.card").first()).containsText("silk-ben");
        ada.look("auditor-chat-restatements");
        page.locator("section.card a[href*='/consultations/']").first().click();
        assertThat(page.locator("#disputes")).isVisible();
        ada.look("auditor-chat-trace");
    }
}
