package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people come for, with the clicks that it takes from where they land. Typing is none, Enter is one. */
@ExtendWith(Readers.Shared.class)
@DisplayName("From where one lands it takes")
class TasksIT {

    private static final String MAKE = "main form.card[action='%s'] button[type=submit]";

    private final Readers readers;
    private int clicks;

    TasksIT(Readers readers) {
        this.readers = readers;
    }

    @BeforeEach
    void noneYet() {
        clicks = 0;
    }

    private void click(Page page, String selector) {
        page.locator(selector).first().click();
        clicks++;
    }

    private void enter(Page page, String field, String words) {
        page.fill(field, words);
        page.press(field, "Enter");
        clicks++;
    }

    private Page landed(Reader reader) {
        reader.signIn("operations");
        clicks = 0;
        return reader.page();
    }

    @Test
    @DisplayName("one click for a newcomer to come to its first useful page")
    void newcomer() {
        try (var somebody = readers.reads("en")) {
            var page = somebody.open("/");
            click(page, "form:has(input[value=operations]) button");
            assertThat(page).hasURL(Pattern.compile(".*/operations$"));
            assertThat(page.locator("a[href$='/trace']").first()).isVisible();
            assertThat(clicks).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("one click to find a supplier by a part of its name")
    void supplier() {
        try (var olga = readers.reads("en")) {
            var page = landed(olga);
            enter(page, "#search", "dongg");
            assertThat(page.locator("main").getByText("Dongguan").first()).isVisible();
            assertThat(clicks).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("one click to find an inquiry by its buyer's name")
    void inquiry() {
        try (var olga = readers.reads("en")) {
            landed(olga);
            var newest =
                    olga.open("/search").locator("#inquiries ~ ol .hit + .soft").first();
            var buyer = newest.textContent().split(" → ", 2)[0].strip();
            var page = olga.open("/");
            enter(page, "#search", buyer.toLowerCase(Locale.ROOT));
            assertThat(page.locator("main").getByText(buyer).first()).isVisible();
            assertThat(page.locator("main a[href*='/trace'], .timeline").first())
                    .isVisible();
            assertThat(clicks).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("three clicks to make an account, whose first password its owner sets by a link")
    void account() {
        try (var olga = readers.reads("en")) {
            var page = landed(olga);
            click(page, "nav.menu a[href='/settings']");
            click(page, "main a[href='/settings/accounts']");
            page.fill("#name", "wang.fang");
            page.selectOption("#role", "OPERATIONS");
            click(page, MAKE.formatted("/settings/accounts"));
            assertThat(page.locator(".secret")).containsText("/password/reset/");
            assertThat(clicks).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("three clicks to make a key, which is shown once")
    void key() {
        try (var olga = readers.reads("en")) {
            var page = landed(olga);
            click(page, "nav.menu a[href='/settings']");
            click(page, "main a[href='/settings/keys']");
            page.fill("#name", "reporting");
            click(page, MAKE.formatted("/settings/keys"));
            assertThat(page.locator(".secret")).isVisible();
            assertThat(clicks).isEqualTo(3);
            assertThat(olga.open("/settings/keys").locator(".secret")).hasCount(0);
        }
    }

    @Test
    @DisplayName("three clicks to make a version of the SLA policy: what it changes shows itself before the last")
    void policy() {
        try (var olga = readers.reads("en")) {
            var page = landed(olga);
            click(page, "nav.menu a[href='/settings']");
            click(page, "main a[href='/settings/policies/dispute/draft']");
            page.fill("[id='f-disputeWithinDays']", "25");
            page.fill(
                    "#inForceFrom",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40).toString());
            page.press("#inForceFrom", "Tab");
            assertThat(page.locator("#effect-so-far table")).containsText("25");
            page.fill("#reason-now", "Suppliers are quick.");
            click(page, "#effect-so-far button[type=submit]");
            assertThat(page.locator("#said .notice")).isVisible();
            assertThat(clicks).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("three clicks to suspend a supplier that is sought by its name")
    void suspend() {
        try (var olga = readers.reads("en")) {
            var page = landed(olga);
            click(page, "nav.menu a[href='/settings']");
            enter(page, "#q", "dongg");
            page.fill("#reason", "Its address is not known.");
            click(page, "form[action$='/suspension'] button");
            assertThat(page.locator("#said .notice")).isVisible();
            assertThat(clicks).isEqualTo(3);
            page.fill("#reason", "It has written.");
            page.locator("form[action$='/resumption'] button").click();
        }
    }
}
