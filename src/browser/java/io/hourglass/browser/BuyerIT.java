package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("A buyer")
class BuyerIT {

    private final Readers readers;

    BuyerIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @CsvSource({"en, Qingdao", "zh, Foshan"})
    @DisplayName("sends an inquiry, is told of a repetition, and finds its inquiries with what became of them")
    void sends(String language, String name) {
        try (var anna = readers.reads(language)) {
            var page = anna.signIn("buyer").open("/");
            assertThat(page.locator("h1")).isVisible();
            anna.look("buyer-inquiries");
            page.click(".go");
            anna.look("buyer-choose");
            page.fill("#words", name);
            page.click("main form button");
            page.fill("#subject", "Quotation");
            page.fill("#text", "What do 500 pieces cost, delivered to Hamburg?");
            anna.look("buyer-new");
            page.click("main form button");
            assertThat(page.locator("[role=status]")).isVisible();
            assertThat(page.locator("time[data-left]"))
                    .containsText(Pattern.compile(language.equals("zh") ? "^[23] 天" : "^[23] d"));
            anna.look("buyer-sent");

            page.click(".menu li:nth-child(2) a");
            page.fill("#words", name);
            page.click("main form button");
            assertThat(page.locator("input[name=again]")).isVisible();
            anna.look("buyer-repeats");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Wenzhou", "zh, Dongguan"})
    @DisplayName("needs no mouse to choose a supplier, to write to it, and to be told that it was sent")
    void keyboard(String language, String name) {
        try (var anna = readers.reads(language)) {
            var page = anna.signIn("buyer").open("/buyers/sample-buyer-48/inquiries");
            anna.tabTo(".go").press("Enter");
            assertThat(page.locator("#words")).isVisible();
            anna.tabTo("#words").type(name).press("Enter");
            assertThat(page).hasURL(Pattern.compile("supplier="));
            assertThat(page.locator("#subject")).isVisible();
            anna.tabTo("#subject").type("Quotation").tabTo("#text").type("What do 500 pieces cost?");
            anna.tabTo("main form button").press("Enter");
            assertThat(page.locator("#said")).isFocused();
            assertThat(page.locator(".mark").first()).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, SAMPLE-BROWSER-1", "zh, SAMPLE-BROWSER-2"})
    @DisplayName("finds one that was rejected, comes to the alternatives, and picks")
    void picks(String language, String inquiry) {
        readers.marketplace().rejected(inquiry, "sample-buyer-48");
        try (var anna = readers.reads(language)) {
            var page = anna.signIn("buyer").open("/buyers/sample-buyer-48/inquiries?became=REJECTED");
            page.locator("a[href$='/inquiries/" + inquiry + "']").click();
            anna.look("buyer-rejected");
            page.click("main .go");
            assertThat(page.url()).contains("/alternatives/");
            anna.look("alternatives-on-offer");
            page.click("#page form button");
            page.locator("input[name=supplier]").first().waitFor();
            anna.look("alternatives-offered");
            page.locator("input[name=supplier]").first().check();
            page.check("input[name=consent]");
            page.locator("#page form button").first().click();
            page.locator("#picked").waitFor();
            anna.look("alternatives-picked");
            page.navigate("/buyers/sample-buyer-48/inquiries/" + inquiry);
            assertThat(page.locator("#carried")).isVisible();
            anna.look("buyer-side-by-side");
            page.navigate("/buyers/sample-buyer-48/inquiries");
            assertThat(page.locator(".others").first()).isVisible();
            anna.look("buyer-carried");
        }
    }
}
