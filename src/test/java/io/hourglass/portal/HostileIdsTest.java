package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassServerTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import io.hourglass.referral.Alternatives;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** A marketplace in which each id is one that breaks a path, a page or an eye; of the real server every page is opened. */
@HourglassServerTest
@DisplayName("With ids that nobody would choose in good faith")
class HostileIdsTest {

    private static final List<String> IDS = List.of(
            "../../../../x",
            "..;",
            "%2f",
            "?on=1#x",
            "\\",
            "<b>\"'&{inquiry}",
            // from before such ids were refused:
            ".",
            "..",
            "~..",
            ":",
            "a\u202Eb\u200B\u2028c");

    /** Of the password "pw". */
    private static final String PW = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("pw");

    private static final Instant CLOSED = Instant.parse("2026-03-09T16:00:00Z");

    /** The day on which somebody wrote: others are empty. */
    private static final String CHATTED = CleanSlate.START.toString().substring(0, 10);

    private static final Pattern LINK = Pattern.compile(
            "(?:href|src|action|data-model|hx-get)=\"((?:/|\\?)[^\"]*)\"|\"(?:proof|link)\":\"([^\"]+)\"");
    private static final Pattern SENT = Pattern.compile("method=\"post\" action=\"[^\"]*\"");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SOMEBODYS = Pattern.compile("\\{(inquiry|supplier|buyer|dispute|account)}");

    /** Asked for without more they say what is missing. */
    private static final Set<String> NOT_ALONE = Set.of(
            "/api/buyer-notices",
            "/api/restatements",
            "/api/traces",
            "/api/process-map/waiting",
            "/audit/ledger/proof",
            "/operations/cockpit",
            "/mailbox-grants",
            "/openapi.json.yaml");

    /** Only suppliers and buyers themselves open these, or only an auditor may do what is asked about. */
    private static final Set<Integer> NOT_OPERATIONS = Set.of(403, 409);

    @LocalServerPort
    private int port;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private Accounts accounts;

    @Autowired
    private NameBuyer naming;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** One of each id, in their order. */
    private List<ConsultationId> consultations = List.of();

    /** By who asked and what for: a list is the same, whichever id is looked for in it. */
    private final Map<String, HttpResponse<String>> opened = new ConcurrentHashMap<>();

    @BeforeEach
    void marketplace() {
        accounts.put(new Account("olga", Role.OPERATIONS, null, PW));
        accounts.put(new Account("ada", Role.AUDITOR, null, PW));
        Stream.of("other", "another").forEach(id -> marketplace.supplier(id, plain().toArray(String[]::new)));
        plain().forEach(id -> {
            marketplace.supplier(id, id);
            naming.name(new Named(new BuyerId(id), "Buyer of " + id));
            marketplace.inquiry(id, new BuyerId(id), new SupplierId(id), id, "Forty, please");
            mailboxes.add(mailbox(new SupplierId(id)));
        });
        consultations = IntStream.range(0, IDS.size())
                .mapToObj(at -> asks(isChatting(IDS.get(at)) ? plain().get(at) : "nobody"))
                .toList();
        marketplace.pass(Duration.ofHours(73));
        plain().forEach(id -> {
            marketplace.askForAlternatives(new InquiryId(id));
            var offered = alternatives.of(new InquiryId(id)).offer().get(0).supplier();
            alternatives.pick(new Alternatives.Choice(new InquiryId(id), Set.of(offered), true));
        });
        marketplace.passTo(CLOSED);
        plain().forEach(id -> {
            dispute(new DisputeId(id), new InquiryId(id), InquiryFactKind.REPLIED);
            dispute(new DisputeId("c-" + id), consultations.get(plain().indexOf(id)), ChatFactKind.WROTE);
            marketplace.inquiry("waits-" + id, new BuyerId(id), new SupplierId(id), id, "Fifty, please");
            marketplace.reply(marketplace.inquiry("r-" + id, new BuyerId("x" + id), new SupplierId(id), id, "Sixty"));
        });
        IntStream.range(0, IDS.size()).forEach(at -> rename("id-" + (100 + at), IDS.get(at)));
        IDS.forEach(id -> {
            accounts.put(new Account("s " + id, Role.SUPPLIER, id, PW));
            accounts.put(new Account("b " + id, Role.BUYER, id, PW));
        });
    }

    /** Of an account of that id, whose shop is the supplier of that id. */
    private ConsultationId asks(String id) {
        return chats.records(chats.report(ChatFactKind.ASKED, new BuyerId(id), new AccountId(id))
                        .shop(new SupplierId(id)))
                .id();
    }

    private void dispute(DisputeId id, CaseId of, FactKind kind) {
        var claim = new Claim(kind, CleanSlate.START, AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(id, of, claim, "A log.", id.value()));
    }

    /** What they are called before they get the ids that are meant. */
    private static List<String> plain() {
        return IntStream.range(0, IDS.size()).mapToObj(at -> "id-" + (100 + at)).toList();
    }

    /** In all of our own tables, in whatever is text. */
    private void rename(String plain, String id) {
        jdbc.sql("set referential_integrity false").update();
        jdbc.sql(
                        """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'HOURGLASS' and data_type like '%CHARACTER%'""")
                .query(String.class)
                .list()
                .forEach(column -> {
                    var table = column.split("\\.", 2)[0];
                    var name = column.split("\\.", 2)[1];
                    jdbc.sql("update hourglass.%s set %s = ? where %s = ? and '%s' <> 'SUPPLIER_CATEGORY'"
                                    .formatted(table, name, name, table))
                            .params(id, plain)
                            .update();
                });
        jdbc.sql("set referential_integrity true").update();
    }

    /** Signed in by the form of the login page. */
    private HttpClient browserOf(String name) {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        var token = FORM_TOKEN.matcher(open(browser, "/login").body());
        assertThat(token.find()).isTrue();
        var form = "_csrf=" + asked(token.group(1)) + "&username=" + asked(name) + "&password=pw";
        var entered = send(
                browser,
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        assertThat(entered.statusCode()).as(name + " enters").isEqualTo(200);
        assertThat(entered.body()).contains(HtmlUtils.htmlEscape(name, "UTF-8"));
        return browser;
    }

    private HttpResponse<String> open(HttpClient browser, String path) {
        return send(browser, request(path));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** The addresses of the program that begin so, with the id wherever they name something of somebody's. */
    private Stream<String> addresses(String id, String... beginnings) {
        return gets().filter(path -> Stream.of(beginnings).anyMatch(path::startsWith))
                .filter(path -> SOMEBODYS.matcher(path).find())
                .map(path -> SOMEBODYS.matcher(path).replaceAll(Matcher.quoteReplacement(PathSegment.of(id))))
                .filter(path -> isChatting(id) || !path.contains("/chat"))
                .filter(path -> !path.startsWith("/api/chat/shops/")) // nothing of theirs is published yet
                .map(path -> path.replace("{track}", "INQUIRY").replace("{consultation}", consultation(id)))
                .map(path -> path.endsWith("/repetition") ? path + "?supplier=" + asked(id) : path);
    }

    /** An id that begins with a colon would be an account's where a shop's is asked for. */
    private static boolean isChatting(String id) {
        return !id.startsWith(":");
    }

    private String consultation(String id) {
        return consultations.get(IDS.indexOf(id)).value();
    }

    /** Those that name nothing, and those that are asked for something. */
    private Stream<String> lists(String id) {
        return Stream.concat(
                gets().filter(path -> !path.contains("{") && !NOT_ALONE.contains(path)),
                Stream.of(
                                "/audit/inquiries?id=",
                                "/audit/inquiries?supplier=",
                                "/audit/numbers?on=2026-03-07&supplier=",
                                "/audit/restatements?supplier=",
                                "/operations/cockpit?process=inquiry&key=",
                                "/operations/cockpit?process=dispute&key=",
                                "/api/traces?inquiry=",
                                "/api/traces?fact=",
                                "/api/restatements?from=2026-03-01&to=2026-03-31&supplier=")
                        .map(path -> path + asked(id)));
    }

    private Mailbox mailbox(SupplierId supplier) {
        return Mailbox.builder()
                .supplier(supplier)
                .address("sales@shop.example")
                .server(new ImapServer("imap.shop.example", 993, Security.IMPLICIT_TLS))
                .user("sales@shop.example")
                .folders(new Folders(null, false))
                .connectedAt(marketplace.now())
                .reading(Reading.begun(marketplace.now()))
                .build();
    }

    private Stream<String> gets() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream());
    }

    private static String asked(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static List<String> links(String page) {
        return LINK.matcher(SENT.matcher(page).replaceAll(""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : HtmlUtils.htmlUnescape(found.group(1)))
                .map(link -> link.replaceAll("#.*", ""))
                .toList();
    }

    /** A link in which a day stands for all of those that are as empty: what is hostile is the id. */
    private static String alike(String link) {
        return DAY.matcher(link).replaceAll(day -> day.group().equals(CHATTED) ? CHATTED : "another day");
    }

    /** Opens the addresses, and what their pages lead to as far as it has the id in its path. */
    private List<String> failures(String name, Stream<String> addresses, String id) {
        var failures = new ArrayList<String>();
        var browser = browserOf(name);
        var open = new ArrayDeque<>(addresses.toList());
        var seen = new HashSet<String>();
        open.forEach(path -> seen.add(alike(path)));
        while (!open.isEmpty()) {
            var path = open.remove();
            var answer = opened.computeIfAbsent(name + " " + path, opens -> open(browser, path));
            if (answer.statusCode() != 200 && !(name.equals("olga") && NOT_OPERATIONS.contains(answer.statusCode()))) {
                failures.add(name + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            links(answer.body()).stream()
                    .map(link -> link.startsWith("?") ? path.replaceAll("\\?.*", "") + link : link)
                    .filter(link ->
                            link.contains("/" + PathSegment.of(id) + "/") || link.endsWith("/" + PathSegment.of(id)))
                    .filter(link -> !link.contains("lang=") && seen.add(alike(link)))
                    .forEach(open::add);
        }
        return failures;
    }

    @Test
    @DisplayName("each page opens for each role, and each link of it leads to a page that opens")
    void pages() {
        assertThat(IDS.parallelStream().flatMap(this::failures)).isEmpty();
        assertThat(failures("ada", lists(IDS.get(0)), IDS.get(0))).isEmpty();
    }

    private Stream<String> failures(String id) {
        return Stream.of(
                        failures("olga", Stream.concat(lists(id), addresses(id, "/")), id),
                        failures("s " + id, Stream.concat(Stream.of("/"), addresses(id, "/suppliers/")), id),
                        failures("b " + id, Stream.concat(Stream.of("/"), addresses(id, "/buyers/")), id))
                .flatMap(List::stream);
    }
}
