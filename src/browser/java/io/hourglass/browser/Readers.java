package io.hourglass.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests {@link Readers} of the one running program. Debian's Chromium is used, and nothing is downloaded. */
final class Readers implements CloseableResource {

    private static final Path CHROMIUM = Path.of(System.getProperty("browser.executable", "/usr/bin/chromium"));
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** In milliseconds, for what is not there yet; a busy machine takes longer than the default of five seconds. */
    private static final double PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final RunningProgram program;

    private Readers() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        program = RunningProgram.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ALONE));
    }

    /** @param language as a browser asks for it: en or zh */
    Reader reads(String language) {
        return reads(language, program);
    }

    /** The same, of another program. */
    Reader reads(String language, RunningProgram other) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(other.address())
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai"));
        return new Reader(context, language);
    }

    /** What happens on the marketplace meanwhile. */
    MarketplaceSystem marketplace() {
        return new MarketplaceSystem(program.address());
    }

    String address() {
        return program.address();
    }

    @Override
    public void close() {
        playwright.close();
        program.close();
    }

    /** Starts all that at the first test, and ends it after the last. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Readers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Readers.class, key -> new Readers(), Readers.class);
        }
    }
}
