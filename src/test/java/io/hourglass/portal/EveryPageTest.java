package io.hourglass.portal;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.Alternatives;
import io.hourglass.web.errors.Unsent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HtmlUtils;

/** Goes from where each role lands to all that can be reached from there by links, in Chinese. */
@HourglassTest
@DisplayName("Every page that can be reached")
class EveryPageTest {

    private static final Instant CLOSED = Instant.parse("2026-03-09T16:00:00Z");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*|\\?[^\"#]*)");
    private static final Pattern ID = Pattern.compile("(?<=/)[^/]*\\d[^/]*");

    /** What is written in one language: the engine's web applications, the API's description, pictures, files to keep. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "/(camunda|openapi|swagger-ui|webjars|_static|badges)/?.*|.*\\.(svg|csv|json|gz)(\\?.*)?|.*/(export|proof|data)(\\?.*)?"
                    + "|.*\\bas=csv\\b.*");

    /** How many pages of a kind are opened. */
    private static final int OF_A_KIND = 3;

    /** What people wrote, ids and code: elements without such ones within. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "<(\\w+)\\b[^>]*(?:class=\"[^\"]*\\bid\\b[^\"]*\"|dir=\"auto\"|lang=\"en\"|data-id=)[^>]*>.*?</\\1>"
                    + "|<(code|pre|script|style|kbd|datalist|textarea)\\b.*?</\\2>|<head>.*?(?=<title>)|<link[^>]*>|<!--.*?-->",
            Pattern.DOTALL);

    private static final Pattern READ_OUT = Pattern.compile(
            "\\b(?:title|alt|placeholder|aria-label|data-label|data-over|data-restored|data-discard)=\"([^\"]*)\"");
    private static final Pattern IN_ITS_OWN_ELEMENT = Pattern.compile(
            "<(\\w+)\\b[^>]*(?:class=\"[^\"]*\\bid\\b[^\"]*\"|data-id=)[^>]*>.*?</\\1>"
                    + "|<(code|pre|script|style|textarea)\\b.*?</\\2>|<head>.*?</head>|<!--.*?-->",
            Pattern.DOTALL);
    private static final Pattern KNOWN_ID = Pattern.compile(
            "\\b(?:i-(?:missed|met|rejected|waits)-\\d|dispute-1|(?:replied|rejected|alternatives_requested)-\\d+)\\b");
    private static final Pattern DATE_FIELD =
            Pattern.compile("<input\\b[^>]*type=\"date(?:time-local)?\"[^>]*>(?:<output[^>]*>)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’-]+");
    private static final Set<String> NAMES = Set.of(
            "Hourglass",
            "Cockpit",
            "Camunda",
            "BPMN",
            "API",
            "JSON",
            "CSV",
            "SLA",
            "B",
            "UTC",
            "Message-ID",
            "SHA",
            "Excel",
            "Merkle",
            "IP",
            "ID",
            "Ctrl",
            "Enter",
            "OpenAPI",
            "Lucene",
            "AI",
            "RFQ",
            "KEY",
            "URL",
            "gzip",
            "IMAP",
            "Google",
            "Microsoft",
            "STARTTLS",
            "Wilson",
            "olga",
            "ada",
            "li",
            "wei",
            "anna");
    private static final Pattern DAY = Pattern.compile("<input\\b[^>]*\\btype=\"date\"[^>]*>");
    private static final Pattern FORM = Pattern.compile(
            "<form\\b(?=[^>]*method=\"post\")[^>]*action=\"(/[^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern SELECT =
            Pattern.compile("<select\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*\\bvalue=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Set<String> TYPED_AS_IDS = Set.of("username", "supplier", "zone");
    private static final Pattern TIME = Pattern.compile("<time\\b[^>]*>");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private Unsent unsent;

    /** @param path as it was asked for; {@code type} of the answer, null without one */
    private record Seen(String role, String path, int status, @Nullable String type, String body) {

        private boolean isPage() {
            return type != null && type.startsWith("text/html");
        }
    }

    @Autowired
    private Chats chats;

    private void chat() {
        var shop = new SupplierId("supplier-1");
        var anna = new AccountId("anna");
        chats.records(
                chats.report(ChatFactKind.ASKED, new BuyerId("buyer-1"), anna).shop(shop));
        marketplace.pass(Duration.ofDays(3));
        for (var buyer : List.of("buyer-1", "buyer-2")) {
            chats.records(
                    chats.report(ChatFactKind.ASKED, new BuyerId(buyer), anna).shop(shop));
        }
        chats.records(
                chats.report(ChatFactKind.WROTE, new BuyerId("buyer-2"), anna).shop(shop));
    }

    private void somethingOfAll() {
        for (var id : List.of("supplier-1", "supplier-2", "supplier-3")) {
            marketplace.supplier(id, "水泵");
        }
        var missed =
                marketplace.inquiry("i-missed-1", new BuyerId("buyer-1"), new SupplierId("supplier-1"), "水泵", "要四十台");
        marketplace.reply(
                marketplace.inquiry("i-met-2", new BuyerId("buyer-2"), new SupplierId("supplier-1"), "水泵", "六十台"));
        var rejected =
                marketplace.inquiry("i-rejected-3", new BuyerId("buyer-3"), new SupplierId("supplier-1"), "水泵", "七十台");
        marketplace.reject(rejected, marketplace.now());
        chat();
        marketplace.pass(Duration.ofHours(1));
        marketplace.askForAlternatives(missed);
        var offered = alternatives.of(missed).offer().get(0).supplier();
        alternatives.pick(new Alternatives.Choice(missed, Set.of(offered), true));
        marketplace.passTo(CLOSED);
        var claim = new Claim(InquiryFactKind.REPLIED, CleanSlate.START, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("dispute-1"), new InquiryId("i-missed-1"), claim, "日志。", "li.wei"));
        marketplace.inquiry("i-waits-4", new BuyerId("buyer-1"), new SupplierId("supplier-1"), "水泵", "五十台");
    }

    private List<Seen> reachedBy(Caller caller) throws Exception {
        var seen = new ArrayList<Seen>();
        var role = caller.roles().iterator().next().name();
        var open = new ArrayDeque<>(List.of("/"));
        var known = new HashSet<>(open);
        var ofAKind = new HashMap<String, Integer>();
        while (!open.isEmpty()) {
            var path = open.remove();
            if (ELSEWHERE.matcher(path).matches()
                    || ofAKind.merge(ID.matcher(path.replaceAll("=[^&]*", "=")).replaceAll("*"), 1, Integer::sum)
                            > OF_A_KIND) {
                continue;
            }
            var one = open(role, caller, path);
            seen.add(one);
            LINK.matcher(one.body())
                    .results()
                    .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                    .map(link -> link.startsWith("?") ? path.replaceAll("\\?.*", "") + link : link)
                    .filter(link -> !link.contains("lang=") && known.add(link))
                    .forEach(open::add);
        }
        return seen;
    }

    private Seen open(String role, Caller caller, String path) throws Exception {
        var answer = mvc.perform(get(URI.create(path))
                        .with(as(caller))
                        .header("Accept-Language", "zh")
                        .header("Accept", "text/html"))
                .andReturn()
                .getResponse();
        var led = answer.getRedirectedUrl();
        return led != null
                ? open(role, caller, led)
                : new Seen(
                        role,
                        path,
                        answer.getStatus(),
                        answer.getContentType(),
                        answer.getContentAsString(StandardCharsets.UTF_8));
    }

    /** What a page says that is not a name, without what people wrote. */
    private static List<String> english(Seen seen) {
        var page = seen.body();
        for (var again = 0; again < 3; again++) {
            page = NOT_OURS.matcher(page).replaceAll(" ");
        }
        var readOut = READ_OUT.matcher(page).results().map(found -> found.group(1));
        return Stream.concat(readOut, Stream.of(page.replaceAll("(?s)<[^>]*>", " ")))
                .map(HtmlUtils::htmlUnescape)
                .map(text ->
                        text.replaceAll("[A-Z][A-Za-z]+/[A-Za-z_]+|:\\w+:\\w+|[\\w.-]*\\d[\\w.-]*|/[\\w/*-]+", " "))
                .flatMap(text -> WORD.matcher(text).results())
                .map(found -> found.group())
                .filter(word -> !NAMES.contains(word))
                .distinct()
                .map(word -> seen.role() + " " + seen.path() + ": " + word)
                .toList();
    }

    /** As a form is sent whose session is over: each field with all that it offers. */
    private static MockHttpServletRequest sent(String address, String form) {
        var request = new MockHttpServletRequest(
                "POST", HtmlUtils.htmlUnescape(address).replaceAll("\\?.*", ""));
        request.addPreferredLocale(Locale.CHINESE);
        request.setContentType("application/x-www-form-urlencoded");
        FIELD.matcher(form).results().forEach(field -> {
            var value = VALUE.matcher(field.group());
            var isOffered = field.group().matches(".*type=\"(checkbox|radio|hidden)\".*|<button.*");
            request.addParameter(field.group(2), isOffered && value.find() ? value.group(1) : "打字");
        });
        SELECT.matcher(form).results().forEach(select -> OPTION.matcher(select.group(2))
                .results()
                .forEach(option -> request.addParameter(select.group(1), option.group(1))));
        return request;
    }

    /** Fields without words, and codes in place of what was chosen, where a form of the page is shown again. */
    private List<String> codesOfForms(Seen seen) {
        return FORM.matcher(seen.body())
                .results()
                .map(form -> sent(form.group(1), form.group(2)))
                .flatMap(request -> {
                    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
                    return Objects.requireNonNull(unsent.again()).lines().stream();
                })
                .filter(line -> line.look() != Unsent.Look.NOT_SHOWN)
                .filter(line -> WORD.matcher(line.label()).results().anyMatch(word -> !NAMES.contains(word.group()))
                        || (line.look() == Unsent.Look.TYPED
                                && !line.value().equals("打字")
                                && !TYPED_AS_IDS.contains(line.name())))
                .map(line -> seen.role() + " " + seen.path() + ": " + line)
                .distinct()
                .toList();
    }

    /** The sentences of a page that name something by its id; ids stand in elements of their own. */
    private static List<String> idsInSentences(Seen seen) {
        var page = seen.body();
        for (var again = 0; again < 3; again++) {
            page = IN_ITS_OWN_ELEMENT.matcher(page).replaceAll(" ");
        }
        var readOut = READ_OUT.matcher(page.replaceAll("title=\"[^\"]*\"", ""))
                .results()
                .map(found -> found.group(1));
        return Stream.concat(readOut, Stream.of(page.replaceAll("(?s)<[^>]*>", " ")))
                .flatMap(text -> KNOWN_ID.matcher(text).results().map(found -> found.group()))
                .map(id -> seen.role() + " " + seen.path() + ": " + id)
                .toList();
    }

    private static List<String> datesUnsaid(Seen seen) {
        return DATE_FIELD
                .matcher(seen.body())
                .results()
                .filter(field -> !field.group().matches("(?s).* id=\"([^\"]+)\".*><output class=\"date\" for=\"\\1\".*")
                        || (field.group().contains("datetime-local")
                                && !field.group().contains(" data-zone=\"")))
                .map(field -> seen.role() + " " + seen.path() + ": " + field.group())
                .toList();
    }

    private static List<String> timesWithoutYear(Seen seen) {
        return TIME.matcher(seen.body())
                .results()
                .map(found -> found.group())
                .filter(element -> !element.matches(".*title=\"\\d{4}-\\d{2}-\\d{2} .*"))
                .map(element -> seen.role() + " " + seen.path() + ": " + element)
                .toList();
    }

    /** Those that are not described by whose days they take. */
    private static List<String> daysOfNobody(Seen seen) {
        return DAY.matcher(seen.body())
                .results()
                .map(found -> found.group())
                .filter(field -> !isDescribed(field, seen.body()))
                .map(field -> seen.role() + " " + seen.path() + ": " + field)
                .toList();
    }

    private static boolean isDescribed(String field, String body) {
        var by = field.replaceAll("(?s).*aria-describedby=\"([^\"]*)\".*", "$1");
        return body.matches("(?s).*\\bid=\"" + Pattern.quote(by) + "\"[^>]*>[^<]*Asia/Shanghai.*");
    }

    @TestFactory
    Stream<DynamicTest> each() throws Exception {
        somethingOfAll();
        var seen = new ArrayList<Seen>();
        for (var caller : List.of(operations(), auditor(), supplier("supplier-1"), buyer("buyer-1"))) {
            seen.addAll(reachedBy(caller));
        }
        var pages = seen.stream().filter(Seen::isPage).toList();
        return Map.<String, List<String>>of(
                        "is there",
                        seen.stream()
                                .filter(one -> one.status() != 200)
                                .map(one -> one.role() + " " + one.path() + ": " + one.status())
                                .toList(),
                        "is a page, not JSON",
                        seen.stream()
                                .filter(one -> !one.isPage())
                                .map(one -> one.role() + " " + one.path() + ": " + one.type())
                                .toList(),
                        "says nothing in English to a Chinese reader but names",
                        pages.stream().flatMap(one -> english(one).stream()).toList(),
                        "says each date of a field in its language",
                        pages.stream().flatMap(one -> datesUnsaid(one).stream()).toList(),
                        "has no id in a sentence",
                        pages.stream()
                                .flatMap(one -> idsInSentences(one).stream())
                                .toList(),
                        "has the whole instant, with its year, as the title of each time",
                        pages.stream()
                                .flatMap(one -> timesWithoutYear(one).stream())
                                .toList(),
                        "names the zone of the days that a field takes",
                        pages.stream()
                                .flatMap(one -> daysOfNobody(one).stream())
                                .toList(),
                        "names the fields of its forms, and what is chosen in them, where a form is shown again",
                        pages.stream()
                                .flatMap(one -> codesOfForms(one).stream())
                                .toList(),
                        "was looked at",
                        pages.size() > 60 ? List.of() : List.of("only " + pages.size()))
                .entrySet()
                .stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> assertThat(rule.getValue()).isEmpty()));
    }
}
