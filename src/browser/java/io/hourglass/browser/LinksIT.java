package io.hourglass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("On all pages")
class LinksIT {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"([^\"#]+)");
    private static final Pattern NAMES = Pattern.compile(
            "SAMPLE-[^/?&]+|(?<=/accounts/)[^/?]+|\\d{4}-\\d\\d-\\d\\d\\.[\\w-]{43}|sample-(supplier|buyer)-\\d+|\\d{4}-\\d\\d-\\d\\d|(?<=/alternatives/)[^/?]+|\\d+");
    private static final Pattern NOT_OURS = Pattern.compile("/camunda/.*|/swagger-ui/.*|.*[?&]lang=.*");
    private static final int OF_A_KIND = 4;
    private static final int BAD = 400;

    private final Readers readers;

    LinksIT(Readers readers) {
        this.readers = readers;
    }

    @ParameterizedTest
    @CsvSource({
        "operations, en, 40", "operations, zh, 40", "auditor, en, 40", "auditor, zh, 40",
        "supplier, en, 10", "supplier, zh, 10", "buyer, en, 8", "buyer, zh, 8"
    })
    @DisplayName("each link leads somewhere its reader may go, and each word is there")
    void links(String name, String language, int atLeast) {
        try (var reader = readers.reads(language)) {
            reader.signIn(name);
            var wrong = new ArrayList<String>();
            var visited = visit(reader, wrong);
            assertThat(wrong).isEmpty();
            assertThat(visited).isGreaterThan(atLeast);
        }
    }

    /** @return how many pages and answers were looked at: a few of each kind */
    private static int visit(Reader reader, List<String> wrong) {
        var ahead = new ArrayDeque<>(List.of("/"));
        var met = new HashSet<>(ahead);
        var kinds = new HashMap<String, Integer>();
        var visited = 0;
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            if (isEnough(kinds, path)) {
                continue;
            }
            visited++;
            var answer = reader.page().request().get(path);
            var text = answer.text();
            if (answer.status() >= BAD || text.contains("??")) {
                wrong.add(answer.status() + " " + path);
            }
            links(answer, text).stream().filter(met::add).forEach(ahead::add);
            answer.dispose();
        }
        return visited;
    }

    private static boolean isEnough(Map<String, Integer> kinds, String path) {
        var kind = kind(path);
        return kinds.merge(kind, 1, Integer::sum) > (isOfLists(kind) ? 1 : OF_A_KIND);
    }

    private static boolean isOfLists(String path) {
        return path.contains("/chat") && path.contains("?");
    }

    /** Each list of a page of chat keeps what was asked of the others: there the parameters make the kind, and not their values. */
    private static String kind(String path) {
        var named = NAMES.matcher(path).replaceAll("#");
        if (!isOfLists(named)) {
            return named;
        }
        var asked = named.split("\\?", 2);
        return asked[0]
                + '?'
                + Stream.of(asked[1].split("&", -1))
                        .map(parameter -> parameter.replaceAll("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static List<String> links(APIResponse answer, String text) {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return List.of();
        }
        var here = URI.create(answer.url());
        return LINK.matcher(text)
                .results()
                .map(found -> resolved(here, found.group(1).replace("&amp;", "&")))
                .filter(link -> link.getAuthority().equals(here.getAuthority()))
                .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                .filter(link -> !NOT_OURS.matcher(link).matches())
                .toList();
    }

    /** As browsers do it; {@link URI#resolve} drops the last part of the path where a link is a query alone. */
    private static URI resolved(URI here, String link) {
        return here.resolve(link.startsWith("?") ? here.getRawPath() + link : link);
    }
}
