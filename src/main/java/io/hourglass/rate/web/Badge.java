package io.hourglass.rate.web;

import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.Share;
import io.hourglass.rate.standing.Standing;
import java.util.function.BiFunction;
import org.springframework.web.util.HtmlUtils;

/**
 * What a badge says, in one language.
 *
 * @param sample empty where no rate is shown
 * @param window the same
 */
record Badge(String title, String value, String sample, String window) {

    static final int WIDTH = 300;
    static final int HEIGHT = 72;

    /**
     * @param within the time to answer, in words
     * @param words the message of a key, with its values
     */
    static Badge of(Standing standing, String within, BiFunction<String, Object[], String> words) {
        var title = words.apply("badge.title", new Object[0]);
        var number = standing.publication().number();
        if (!standing.display().isShown()) {
            return new Badge(title, words.apply("badge.hidden", new Object[0]), "", "");
        }
        if (number == null || number.countable() == 0) {
            return new Badge(title, words.apply("badge.noData", new Object[0]), "", "");
        }
        return new Badge(
                title,
                percent(number),
                words.apply(
                        "badge.sample",
                        new Object[] {String.valueOf(number.timely()), String.valueOf(number.countable()), within}),
                words.apply("badge.window", new Object[] {
                    number.windowFrom().toString(), number.windowTo().toString()
                }));
    }

    String inWords() {
        return sample.isEmpty() ? title + ": " + value : title + ": " + value + " (" + sample + ", " + window + ")";
    }

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
                  <title>%3$s</title>
                  <rect width="%1$d" height="%2$d" rx="6" fill="#fff" stroke="#c9ced6"/>
                  <g font-family="system-ui, sans-serif" fill="#1d2733">
                    <text x="12" y="24" font-size="13">%4$s</text>
                    <text x="288" y="25" font-size="16" font-weight="600" text-anchor="end">%5$s</text>
                    <text x="12" y="44" font-size="11" fill="#566273">%6$s</text>
                    <text x="12" y="61" font-size="11" fill="#566273">%7$s</text>
                  </g>
                </svg>
                """
                .formatted(
                        WIDTH,
                        HEIGHT,
                        escaped(inWords()),
                        escaped(title),
                        escaped(value),
                        escaped(sample),
                        escaped(window));
    }

    /** As everywhere: one decimal, rounded half up. */
    private static String percent(PublishedNumber number) {
        return Share.percent(number.timely(), number.countable()) + " %";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
