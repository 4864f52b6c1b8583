package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("A supplier")
class SupplierIT {

    private static final String SUPPLIER = "sample-supplier-10";
    private static final String PAGES = "/suppliers/" + SUPPLIER;
    private static final Pattern FIGURE = Pattern.compile("(\\d+)\\D+(\\d+)");

    private final Readers readers;

    SupplierIT(Readers readers) {
        this.readers = readers;
    }

    /** Sends the supplier an inquiry now, of a buyer of its own. */
    private String inquiry(String id) {
        readers.marketplace().inquiry(id, SUPPLIER);
        return id;
    }

    private static Locator card(Reader reader, String inquiry) {
        return reader.page().locator("li.card", new Page.LocatorOptions().setHasText(inquiry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("records a reply in time with addresses, and sees that it counts")
    void replies(String language) {
        var inquiry = inquiry("reply-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open("/");
            assertThat(li.page()).hasURL(Pattern.compile(PAGES + "/inbox"));
            li.page().fill("#words", inquiry);
            li.page().click(".filters button");
            var card = card(li, inquiry);
            assertThat(card.locator("time[data-left]")).hasText(language.equals("zh") ? "2 天 23 小时" : "2 d 23 h");
            card.locator("summary").first().click();
            li.look("supplier-inbox-reply");
            card.locator("textarea").fill("38 USD each, 60 days.");
            card.locator("input[name=cc]").fill("purchasing@buyer.example, boss@buyer.example");
            card.locator(
                            "form button",
                            new Locator.LocatorOptions().setHasText(language.equals("en") ? "Record my reply" : "提交回复"))
                    .click();
            assertThat(li.page()).hasURL(Pattern.compile(PAGES + "/inbox"));
            assertThat(li.page().locator("#said .notice")).containsText(inquiry);
            li.open(PAGES + "/inquiries/" + inquiry);
            assertThat(li.page().locator(".mark.good").first()).isVisible();
            assertThat(li.page().locator("table")).containsText("purchasing@buyer.example");
            li.look("supplier-inquiry-answered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("sees what a rejection does to its figure, and that it did so")
    void rejects(String language) {
        var inquiry = inquiry("reject-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(PAGES + "/inquiries/" + inquiry);
            var effect = FIGURE.matcher(li.page().locator(".effect").first().innerText());
            assertThat(effect.find()).isTrue();
            var owed = Integer.parseInt(effect.group(2));
            li.look("supplier-inquiry-open");
            li.page().fill("input[name=reason]", "We make no pumps");
            li.page().click("button[value=REJECTED]");
            assertThat(li.page().locator("#said .notice")).isVisible();
            assertThat(li.page().locator("button[value=REJECTED]")).hasCount(0);
            li.open(PAGES + "/inbox");
            assertThat(li.page().locator(".counts small")).containsText(Integer.toString(owed - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("rejects several at once")
    void bulk(String language) {
        inquiry("several-1-" + language);
        inquiry("several-2-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(PAGES + "/inbox?words=several");
            li.look("supplier-inbox");
            for (var at = 1; at <= 2; at++) {
                card(li, "several-" + at + "-" + language)
                        .locator("input[type=checkbox]")
                        .check();
            }
            li.page().fill("#reason-of-several", "No pumps");
            li.page().click("button[form=several][value=REJECTED]");
            assertThat(li.page().locator("#said .notice")).containsText(language.equals("en") ? "2 inquiries" : "2");
            li.open(PAGES + "/inbox?state=REJECTED&words=several-1-" + language);
            assertThat(li.page().locator("li.card")).hasCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("needs no mouse to reply, to reject several, and to be told of it where it goes on")
    void keyboard(String language) {
        inquiry("keys-1-" + language);
        inquiry("keys-2-" + language);
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(PAGES + "/inbox");
            li.tabTo(".chips a[href='?state=PENDING']").press("Enter");
            assertThat(li.page()).hasURL(Pattern.compile("state=PENDING"));
            li.tabTo("#words");
            li.type("keys-").type(language.equals("en") ? "1-en" : "1-zh").press("Enter");
            assertThat(li.page()).hasURL(Pattern.compile("words=keys-1-" + language));
            assertThat(li.page().locator("li.card")).hasCount(1);
            li.tabTo("main summary").press("Enter").tabTo("textarea").type("38 USD each.");
            li.tabTo("input[name=cc]")
                    .type("purchasing@buyer.example")
                    .tabTo("button")
                    .press("Enter");
            assertThat(li.page().locator("#said")).isFocused();
            assertThat(li.page()).hasURL(Pattern.compile(PAGES + "/inbox\\?.*words=keys-1-" + language));
            li.open(PAGES + "/inbox?state=PENDING&words=keys-2-" + language);
            li.tabTo("input[type=checkbox]").press("Space").tabTo("#reason-of-several");
            li.type("No pumps").tabTo("button[value=REJECTED][form=several]").press("Enter");
            assertThat(li.page().locator("#said")).isFocused();
            assertThat(li.page().locator("li.card")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("sees its rate with what is under it and what would help, and hides and shows it")
    void rate(String language) {
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(PAGES + "/rate");
            assertThat(li.page().locator(".figure strong").first()).containsText("%");
            assertThat(li.page().locator("figure.chart.drawn svg")).isVisible();
            li.look("supplier-rate");
            li.page().click("button[name=shown]");
            assertThat(li.page().locator("button[name=shown]")).hasAttribute("value", "true");
            li.page().click("button[name=shown]");
            assertThat(li.page().locator("button[name=shown]")).hasAttribute("value", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("contests a verdict, and follows what becomes of it")
    void contests(String language) {
        try (var li = readers.reads(language)) {
            li.signIn("supplier").open(PAGES + "/rate?state=UNANSWERED");
            var unanswered = li.page().locator("#under ~ table tbody tr a");
            unanswered.nth(language.equals("en") ? 0 : 1).click();
            var received = li.page().locator("#inquiry ~ p time").getAttribute("datetime");
            var at = Instant.parse(received)
                    .plusSeconds(3600)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toLocalDateTime()
                    .withSecond(0)
                    .withNano(0);
            li.page().locator("details summary").last().click();
            li.page().fill("#at", at.toString());
            li.page().fill("#evidence", "Mail server log, line 4711: accepted by the server of the buyer.");
            li.look("supplier-contest");
            li.page().click("form[action$=disputes] button");
            assertThat(li.page().locator("article.card")).containsText("4711");
            li.page().locator(".menu a[href$='/disputes']").first().click();
            assertThat(li.page().locator("article.card").first()).containsText("4711");
            li.look("supplier-disputes");
        }
    }
}
