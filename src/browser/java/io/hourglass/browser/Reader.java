package io.hourglass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody at a browser, with a language and perhaps a name. Keeps what the browser complained of. */
final class Reader implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final int NARROW = 390;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;
    private static final int MAX_TABS = 100;
    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final String language;
    private final List<String> complaints = new ArrayList<>();
    private int expected;

    Reader(BrowserContext context, String language) {
        this.context = context;
        this.language = language;
        this.page = context.newPage();
        page.setViewportSize(WIDE, HEIGHT);
        page.onConsoleMessage(message -> {
            var isExpected = expected != 0 && message.text().contains("status of " + expected);
            var ofCockpit = message.location().contains("/camunda/"); // the engine's own page has a warning of its own
            if ((message.type().equals("error") && !isExpected)
                    || (message.type().equals("warning") && !ofCockpit)) {
                complaints.add(message.type() + " at " + message.location() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(answer -> {
            if (answer.status() >= 500) {
                complaints.add(answer.status() + " " + answer.url());
            }
        });
    }

    Page page() {
        return page;
    }

    String language() {
        return language;
    }

    /** The browser is right to say that pages are answered with that status. */
    Reader expects(int status) {
        expected = status;
        return this;
    }

    Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** As one of the sample's names, all of which have the same password. */
    Reader signIn(String name) {
        return signIn(name, "sample");
    }

    Reader signIn(String name, String password) {
        page.navigate("/login?lang=" + language);
        page.fill("#username", name);
        page.fill("#password", password);
        page.click(".login button");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /**
     * Goes on by the Tab key, as whoever has no mouse does.
     *
     * @throws AssertionError if nothing that fits is reached in a hundred steps
     */
    Reader tabTo(String selector) {
        for (var step = 0; step < MAX_TABS; step++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return this;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + selector + " on " + page.url());
    }

    /** Into what has the focus. */
    Reader type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Reader press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /**
     * Takes pictures of the page, at both widths and in light and dark; axe looks at each of them.
     *
     * @param name of the pictures, to which language, width and scheme are added
     */
    void look(String name) {
        for (var width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                lookAt("%s-%s-%d-%s"
                        .formatted(name, language, width, scheme.name().toLowerCase(Locale.ROOT)));
            }
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** A picture of a page that is not ours. */
    void picture(String name) {
        take(name + "-" + language);
    }

    private void take(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void lookAt(String name) {
        take(name);
        var findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(finding -> SERIOUS.contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getHelp() + " "
                                + finding.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(findings).as("what axe finds on " + name).isEmpty();
        assertThat(isWiderThanTheWindow())
                .as(name + " has to be scrolled sideways")
                .isFalse();
    }

    private boolean isWiderThanTheWindow() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    /** @throws AssertionError if the browser complained of anything */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
