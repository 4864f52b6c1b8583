package io.hourglass.access.pages;

import io.hourglass.kernel.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What the web server refuses by itself, before the pages are available: in their words, for people. */
public final class PlainPage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%2$s</title>
                <link rel="icon" href="/hourglass.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/hourglass.css">
            </head>
            <body>
            <header><div class="name"><img src="/hourglass.svg" alt="" width="40" height="40"><p>Hourglass</p></div></header>
            <main id="content">
                <h1>%2$s</h1>
                <p class="notice">%3$s</p>
                <p><a class="next" href="/">%4$s</a></p>
            </main>
            </body>
            </html>
            """;

    private PlainPage() {}

    /**
     * The whole page.
     *
     * @param why the name of its words, of which {@code about} are the arguments
     */
    public static String saying(HttpServletRequest request, String why, Object... about) {
        var locale = locale(request);
        var words = Messages.of("messages", locale);
        var next = new MessageFormat(words.getString("failed." + why + ".next"), locale).format(about);
        var shown = Stream.of(words.getString("failed." + why), next, words.getString("failed.start"))
                .map(HtmlUtils::htmlEscape)
                .toList();
        return PAGE.formatted(locale.getLanguage(), shown.get(0), shown.get(1), shown.get(2));
    }

    /** As the pages have it: what was chosen, or else what the browser would have. */
    public static Locale locale(HttpServletRequest request) {
        var cookies = request.getCookies();
        var chosen = cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals("lang"))
                        .map(cookie -> String.valueOf(cookie.getValue()))
                        .findFirst()
                        .orElse("");
        var chinese = Locale.CHINESE.getLanguage();
        return (chosen.isEmpty() ? request.getLocale().getLanguage() : chosen).equals(chinese)
                ? Locale.CHINESE
                : Locale.ENGLISH;
    }
}
