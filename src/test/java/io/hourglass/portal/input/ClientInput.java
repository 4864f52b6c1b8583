package io.hourglass.portal.input;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassServerTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.intake.RecordChat.Recorded;
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
import io.hourglass.portal.input.Wire.Answer;
import io.hourglass.referral.links.BuyerLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Every call that the program declares, made with one oddity at a time. */
@HourglassServerTest
abstract class ClientInput {

    /** Found out once, by call. */
    private static final Map<String, String> WHO_MAY = new ConcurrentHashMap<>();

    /** Calls with an oddity that were refused for what they are, not for what a database holds: of another the same is known. */
    private static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    private static final Set<Integer> FOR_WHAT_IT_IS = Set.of(400, 405, 413, 415, 431);

    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final Pattern COOKIE = Pattern.compile("JSESSIONID=[^;]+");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON_TYPE = "Content-Type: application/json";
    private static final String UNANSWERED = "q0";
    private static final int FAULT = 500;
    private static final int NOT_LOOKED_AT = 429;

    private static final int READ = 8_000;

    private static final Pattern UNREADABLE = Pattern.compile("[^!-Z_a-~]|\\[");

    /** Calls about an inquiry that must have gone unanswered. */
    private static final Pattern OF_UNANSWERED =
            Pattern.compile(".*/(picks|declines|referral|alternatives|alternatives-requests|disputes)");

    /** A password that nobody has, forms of as many fields as a policy has settings, see PoliciesPagesTest, and a file, see ImportTest. */
    private static final Pattern NOT_MEANT_SO =
            Pattern.compile("/api/password|/api/imports|/settings/policies/\\{kind}/(draft|versions)");

    /** Of which an address has a hundred guesses. */
    private static final Pattern OF_PASSWORDS = Pattern.compile(".*/password(/.*)?");

    /** Which the reconciler writes when it pleases. */
    private static final Set<String> NOT_COUNTED = Set.of("reconciled", "untold_process");

    /** Of the passwords that are wrong in the test before: else no key is looked at in the next. */
    private static final Duration GUESSES_FORGOTTEN = Duration.ofMinutes(16);

    private static final String PASSWORD_HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("pw");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private BuyerLinks links;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger versions = new AtomicInteger();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<Identity> identities = new ArrayList<>();
    private Wire wire = new Wire(0);
    private String rowsOfAll = "";
    private String rows = "";

    /**
     * Somebody with rights.
     *
     * @param page headers of a session
     * @param token of its forms
     */
    private record Identity(String name, List<String> api, List<String> page, String token) {}

    @BeforeEach
    void marketplace() throws IOException {
        wire = new Wire(port);
        marketplace.supplier("s2", "Pumps");
        marketplace.supplier("s1", "Pumps");
        marketplace.inquiry(UNANSWERED, new BuyerId("b1"), new SupplierId("s1"), "Pumps", "Forty, please");
        marketplace.pass(Duration.ofHours(73).plus(GUESSES_FORGOTTEN.multipliedBy(TESTS.incrementAndGet())));
        marketplace.askForAlternatives(new InquiryId(UNANSWERED));
        marketplace.inquiry("q1", new BuyerId("b1"), new SupplierId("s1"), "Pumps", "Fifty, please");
        var reply = marketplace.reply(new InquiryId("q1"), AuthorKind.HUMAN, marketplace.now());
        for (var account : List.of("anna", "ben", "carl")) {
            known.put("consultation", asked(account).id().value());
        }
        var claim = new Claim(InquiryFactKind.REPLIED, CleanSlate.START, AuthorKind.HUMAN, null);
        raise.raise(
                new RaiseDispute.Raised(new DisputeId("d1"), new InquiryId(UNANSWERED), claim, "A log.", "somebody"));
        known.put("about", reply.fact().fact().id().value());
        known.put(
                "token",
                links.sign(
                        new InquiryId(UNANSWERED),
                        new BuyerId("b1"),
                        marketplace.now().plus(Duration.ofDays(9))));
        people();
        known.put("rules", rules());
        rowsOfAll = jdbc
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'hourglass'")
                .query(String.class)
                .list()
                .stream()
                .map(String::toLowerCase)
                .filter(table -> !NOT_COUNTED.contains(table))
                .sorted()
                .map(table -> "select '%1$s', count(*) from hourglass.%1$s".formatted(table))
                .collect(Collectors.joining(" union all "));
    }

    private void people() throws IOException {
        accounts.put(new Account("olga", Role.OPERATIONS, null, PASSWORD_HASH));
        accounts.put(new Account("ada", Role.AUDITOR, null, PASSWORD_HASH));
        accounts.put(new Account("sam", Role.SUPPLIER, "s1", PASSWORD_HASH));
        accounts.put(new Account("bea", Role.BUYER, "b1", PASSWORD_HASH));
        accounts.put(new Account("carl", Role.BUYER, "b9", PASSWORD_HASH));
        for (var name : List.of("olga", "ada", "sam", "bea")) {
            identities.add(person(name));
        }
        var scopes = "{\"name\": \"b\", \"scopes\": [\"SUBMIT\", \"READ\", \"DECIDE\", \"TELL\", \"DESCRIBE\"]}";
        var key = wire.send("POST", "/api/api-keys", with(identities.get(0).api(), JSON_TYPE), scopes);
        var secret = "X-API-Key: " + JSON.readTree(key.body()).path("secret").asText();
        identities.add(0, new Identity("key", List.of(secret), List.of(secret, "Accept: text/html"), ""));
    }

    private Identity person(String name) throws IOException {
        var page = wire.send("GET", "/login", List.of(), "");
        var entered = wire.send(
                "POST",
                "/login",
                List.of("Cookie: " + found(COOKIE, page.head()), FORM),
                "username=" + name + "&password=pw&_csrf=" + encode(found(FORM_TOKEN, page.body())));
        var session = List.of("Cookie: " + found(COOKIE, entered.head()), "Accept: text/html");
        var token = found(FORM_TOKEN, wire.send("GET", "/password", session, "").body());
        var basic = Base64.getEncoder().encodeToString((name + ":pw").getBytes(StandardCharsets.UTF_8));
        return new Identity(name, List.of("Authorization: Basic " + basic), session, token);
    }

    private String rules() throws IOException {
        var versions =
                wire.send("GET", "/api/referral-policies", identities.get(0).api(), "");
        return JSON.readTree(versions.body()).path(0).path("rules").toString();
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(found.groupCount());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> with(List<String> headers, String... further) {
        return Stream.concat(headers.stream(), Stream.of(further)).toList();
    }

    /** Those that read before those that write, so that little has been written when much is read. */
    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(path -> !path.equals("/error") && !path.endsWith(".yaml"))
                        .flatMap(path -> methods(
                                        mapping.getKey().getMethodsCondition().getMethods())
                                .map(method -> new Endpoint(
                                        method, path, mapping.getValue().getMethod()))))
                .sorted(Comparator.comparing((Endpoint call) -> !call.method().equals("GET"))
                        .thenComparing(Endpoint::toString))
                .toList();
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    /** A request, what is sent with it, and what is odd about it. */
    private record Odd(Request request, List<String> headers, String oddity) {}

    /** One request: what makes an odd one of it is put in the place of one of its parts. */
    private record Request(Endpoint call, Identity by, String path, Map<String, String> parameters, String body) {

        /** Then the server does not know that a page is asked for. */
        boolean cannotBeRead() {
            var address = call.isForm() ? path : path + parameters;
            return address.length() > READ
                    || UNREADABLE.matcher(address.replaceAll("[{}, ]", "")).find();
        }
    }

    /** By the first who may make it. */
    private Request plain(Endpoint call) throws IOException {
        if (!WHO_MAY.containsKey(call.toString())) {
            anew(call);
            WHO_MAY.put(call.toString(), found(call).by().name());
        }
        rows = "";
        anew(call);
        var name = WHO_MAY.get(call.toString());
        var by = identities.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Request(
                call, by, path(call, null, ""), parameters(call), body(call).toString());
    }

    private Request found(Endpoint call) throws IOException {
        Request request = null;
        for (var identity : identities) {
            var tried = new Request(
                    call,
                    identity,
                    path(call, null, ""),
                    parameters(call),
                    body(call).toString());
            var status = send(tried, List.of()).status();
            if (status < 300 || status == 303) {
                return tried;
            }
            request = request == null || (status != 401 && status != 403 && status != 302) ? tried : request;
        }
        return Objects.requireNonNull(request);
    }

    /** What is said of an inquiry is said of a new one each time, lest one has too many facts. */
    private void anew(Endpoint call) {
        if (call.fields().stream().anyMatch(field -> field.name().equals("/inForceFrom"))) {
            var day = LocalDate.of(2026, 4, 1).plusDays(versions.incrementAndGet());
            known.put("inForceFrom", day + (call.pattern().contains("referral") ? "T00:00:00Z" : ""));
        }
        if (call.method().equals("POST")
                && call.pattern().matches(".*/inquiries/\\{inquiry}/.*")
                && !OF_UNANSWERED.matcher(call.pattern()).matches()) {
            var buyer = call.pattern().startsWith("/buyers") ? "b1" : "buyer-" + made.incrementAndGet();
            known.put("buyer", buyer);
            known.put("inquiry", "q-" + made.incrementAndGet());
            marketplace.inquiry(
                    known.get("inquiry"), new BuyerId(buyer), new SupplierId("s1"), "Pumps", "Sixty, please");
            if (call.pattern().endsWith("amendments")) {
                known.put(
                        "about",
                        marketplace
                                .reply(new InquiryId(known.get("inquiry")))
                                .fact()
                                .fact()
                                .id()
                                .value());
            }
        } else if (call.pattern().endsWith("/chat/corrections")) {
            var wrote = chats.report(ChatFactKind.WROTE, new BuyerId("b1"), new AccountId("anna"))
                    .author(AuthorKind.HUMAN)
                    .shop(new SupplierId("s1"));
            known.put("about", chats.records(wrote).fact().fact().id().value());
        } else {
            known.remove("buyer");
            known.remove("inquiry");
        }
    }

    private Recorded asked(String account) {
        return chats.records(chats.report(ChatFactKind.ASKED, new BuyerId("b1"), new AccountId(account))
                .shop(new SupplierId("s1")));
    }

    private String path(Endpoint call, @Nullable String odd, String value) {
        var path = call.pattern();
        for (var variable : call.variables()) {
            var name = variable.name();
            path = path.replace("{" + name + "}", name.equals(odd) ? value : encode(sample(call, name)));
        }
        return path;
    }

    private Map<String, String> parameters(Endpoint call) {
        var parameters = new LinkedHashMap<String, String>();
        call.parameters().forEach(field -> parameters.put(field.name(), encode(sample(call, field.name()))));
        return parameters;
    }

    private ObjectNode body(Endpoint call) throws JsonProcessingException {
        var body = call.example();
        for (var field : call.fields()) {
            var pointer = field.name();
            var name = pointer.substring(pointer.lastIndexOf('/') + 1);
            var at = body.at(pointer.substring(0, pointer.lastIndexOf('/')));
            if (at instanceof ObjectNode object) {
                put(object, name, sample(call, name));
            }
        }
        return body;
    }

    private static void put(ObjectNode object, String name, String sample) throws JsonProcessingException {
        if (sample.matches("(?s)[\\[{].*|true|\\d+")) {
            object.set(name, JSON.readTree(sample));
        } else if (sample.equals("-")) {
            object.remove(name);
        } else if (!sample.isEmpty()) {
            object.set(name, new TextNode(sample));
        }
    }

    /** What somebody would write who means it; empty for what may be left out, or as the documents have it. */
    private String sample(Endpoint call, String name) {
        if (name.equals("about") && call.pattern().endsWith("/disputes")) {
            return call.isApi() ? "-" : "";
        }
        var given = known.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case "inquiry" -> OF_UNANSWERED.matcher(call.pattern()).matches() ? UNANSWERED : "q1";
            case "supplier" ->
                call.pattern().startsWith("/settings/accounts")
                        ? "" // a buyer's
                        : call.pattern().contains("alternatives") ? "s2" : "s1";
            case "buyer" -> call.pattern().matches("/api/(inquiries|erasures)") ? "b-" + made.incrementAndGet() : "b1";
            case "suppliers" -> "[\"s2\"]";
            case "id" -> call.pattern().contains("{id}") ? "none" : "id-" + made.incrementAndGet();
            case "dispute" -> "d1";
            case "outage" -> "1";
            case "consented" -> "true";
            case "source" -> "platform";
            case "track" -> "INQUIRY";
            case "case" -> "q1";
            case "incident", "caught", "webhook", "event", "mail", "fact" -> "none";
            case "name" -> call.pattern().equals("/settings/accounts") ? "n-" + made.incrementAndGet() : "carl";
            case "wroteIt" -> call.isApi() ? "" : "PERSON";
            case "role" -> call.isApi() ? "" : "BUYER";
            case "party" -> call.isApi() ? "" : "b1";
            case "scopes" -> call.isApi() ? "" : "READ";
            case "security" -> "IMPLICIT_TLS";
            case "host" -> "imap.shop.example";
            case "port" -> "993";
            case "url" -> call.isApi() ? "" : "https://example.com/hooks";
            case "kinds" -> call.isApi() ? "" : "day.sealed";
            case "days" -> call.pattern().equals("/settings/calendar") ? "MONDAY" : "";
            case "person" -> "b-" + made.incrementAndGet();
            case "confirmed" -> "true";
            case "version" -> isOfPolicies(call) ? "2" : "";
            case "shop" -> "s1";
            case "account" -> call.pattern().endsWith("/closure") ? "carl" : "anna";
            case "into" -> "ben";
            case "from", "to" ->
                call.pattern().startsWith("/api/chat/transfers")
                        ? (name.equals("from") ? "anna" : "ben")
                        : isOfPolicies(call)
                                ? "1"
                                : call.pattern().equals("/settings/calendar")
                                        ? (name.equals("from") ? "09:00" : "18:00")
                                        : isOfOutages(call) ? instant(call) : "2026-03-02";
            case "until" -> isOfOutages(call) ? instant(call) : "";
            case "address" -> isFormOfMailbox(call) ? "sales@shop.example" : "";
            case "password" -> isFormOfMailbox(call) ? "an app code" : "";
            case "readInbox" -> isFormOfMailbox(call) ? "false" : "";
            case "day", "on" -> "2026-03-02";
            case "since", "at", "knownAt" -> call.isApi() ? "2026-03-05T02:00:00Z" : "2026-03-05T02:00";
            case "key" -> "q1";
            case "author" -> call.isApi() ? "" : "HUMAN";
            case "displayMandatoryFrom" -> "2026-05-01";
            case "process" -> "inquiry";
            case "step" -> InquiryNodes.KEEP_CASE_OPEN;
            case "belongsTo" -> known.getOrDefault("inquiry", "q1");
            case "receivedAt" -> "-";
            case "occurredAt" ->
                !call.pattern().endsWith("/disputes")
                        ? "-"
                        : isOfChat(call) ? "2026-03-05T02:30:00Z" : "2026-03-02T03:00:00Z";
            case "current", "next" -> "no password of anybody";
            case "consent", "accepted", "shown" -> "true";
            case "disputeWithinDays", "decideWithinDays" -> "30";
            case "text", "reason", "subject", "evidence" -> call.isApi() ? "" : "as it is meant";
            case "copyOf" -> "1";
            case "changes" -> "{}";
            case "kind" ->
                isOfPolicies(call)
                        ? "referral"
                        : call.isApi()
                                ? ""
                                : !call.pattern().endsWith("/disputes")
                                        ? "REJECTED"
                                        : isOfChat(call) ? "WROTE" : "REPLIED";
            case "form" -> "form-" + made.incrementAndGet();
            default -> "";
        };
    }

    private static boolean isOfChat(Endpoint call) {
        return call.pattern().contains("/chat/");
    }

    private static boolean isFormOfMailbox(Endpoint call) {
        return call.pattern().equals("/suppliers/{supplier}/mailbox");
    }

    private static boolean isOfOutages(Endpoint call) {
        return call.pattern().matches("/(api|operations)/outages.*");
    }

    private static String instant(Endpoint call) {
        return call.isApi() ? "2026-03-01T00:00:00Z" : "2026-03-01T08:00";
    }

    private static boolean isOfPolicies(Endpoint call) {
        return call.pattern().matches("/(api|settings)/policies.*");
    }

    private Answer send(Request request, List<String> headers) throws IOException {
        var call = request.call();
        var query = request.parameters().entrySet().stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
        if (call.isForm()) {
            var form = query + "&_csrf=" + encode(request.by().token());
            return wire.send(
                    call.method(),
                    request.path(),
                    with(with(request.by().page(), FORM), headers.toArray(String[]::new)),
                    form);
        }
        var who = call.isApi() ? request.by().api() : request.by().page();
        var target = request.path() + (query.isEmpty() ? "" : "?" + query);
        if (call.body().isEmpty()) {
            return wire.send(call.method(), target, with(who, headers.toArray(String[]::new)), "");
        }
        var typed = headers.stream().anyMatch(line -> line.startsWith("Content-Type"));
        var all = with(typed ? who : with(who, JSON_TYPE), headers.toArray(String[]::new));
        return wire.send(call.method(), target, all, request.body());
    }

    /** Whether anything may have been written since it was last asked: spares counting. */
    boolean mayHaveWritten() {
        return true;
    }

    final JdbcClient jdbc() {
        return jdbc;
    }

    private String rows() {
        return jdbc.sql(rowsOfAll)
                .query((row, at) -> row.getString(1) + " " + row.getInt(2))
                .list()
                .toString();
    }

    /** Sends it, and notes what is wrong with the answer. */
    private void check(Request request, List<String> headers, String oddity) throws IOException {
        var odd = "%s %s %d".formatted(request.call(), shortened(oddity), oddity.hashCode());
        if (!REFUSED.contains(odd)
                && FOR_WHAT_IT_IS.contains(checked(request, headers, oddity).status())) {
            REFUSED.add(odd);
        }
    }

    private Answer checked(Request request, List<String> headers, String oddity) throws IOException {
        var writes = !request.call().method().equals("GET");
        if (writes && rows.isEmpty()) {
            mayHaveWritten();
            rows = rows();
        }
        Answer answer;
        try {
            answer = send(request, headers);
        } catch (SocketTimeoutException e) {
            answer = new Answer(0, "", "");
        }
        var wrong = wrong(request, answer);
        if (writes && changedRows(answer) && answer.isRefused() && !isKept(request.call(), answer)) {
            wrong = wrong == null ? "refused, but changed something" : wrong;
        }
        if (wrong != null) {
            var body = answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body();
            failures.add("%s by %s, %s: %s: %d %s"
                    .formatted(request.call(), request.by().name(), shortened(oddity), wrong, answer.status(), body));
        }
        return answer;
    }

    /** What one that was taken changed is not looked at before the next. */
    private boolean changedRows(Answer answer) {
        var before = rows;
        rows = !answer.isRefused() ? "" : mayHaveWritten() ? rows() : rows;
        return !before.equals(rows);
    }

    /** Those that only read at the same time, the others in turn: what each changes is seen. */
    private void check(Stream<Odd> requests) throws IOException {
        var reads = requests.collect(
                partitioningBy(odd -> odd.request().call().method().equals("GET")));
        for (var odd : reads.getOrDefault(false, List.of())) {
            check(odd.request(), odd.headers(), odd.oddity());
        }
        reads.getOrDefault(true, List.of()).parallelStream().forEach(this::checkRead);
    }

    private void checkRead(Odd odd) {
        try {
            check(odd.request(), odd.headers(), odd.oddity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact that a rule refuses is kept, and the answer says so. */
    private static boolean isKept(Endpoint call, Answer answer) {
        return answer.status() == 409 && (answer.body().contains("\"refusal\"") || !call.isApi());
    }

    private static String shortened(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "… (" + text.length() + ")" : text;
    }

    private static @Nullable String wrong(Request request, Answer answer) throws IOException {
        var call = request.call();
        if (answer.status() == 0 || answer.status() >= FAULT) {
            return "a fault";
        }
        if (answer.status() == NOT_LOOKED_AT
                && !OF_PASSWORDS.matcher(call.pattern()).matches()) {
            return "not looked at";
        }
        if (!answer.isRefused()) {
            return null;
        }
        if (call.isPage() && !request.cannotBeRead()) {
            return answer.says("content-type: text/html")
                            && answer.body().contains("</html>")
                            && answer.body().contains("lang=")
                    ? null
                    : "no page";
        }
        if (!answer.says("content-type: application/problem+json")) {
            return call.isApi() ? "no problem details" : null;
        }
        var problem = JSON.readTree(answer.body());
        if (problem.path("status").asInt() != answer.status()
                || problem.path("title").asText().isBlank()) {
            return "a problem that says nothing";
        }
        return answer.status() == 400 && !namesAField(problem) ? "no field, value and rule" : null;
    }

    private static boolean namesAField(JsonNode problem) {
        var first = problem.path("errors").path(0);
        return !first.path("field").asText().isBlank()
                && !first.path("rule").asText().isBlank()
                && first.has("value");
    }

    private void assertNothingIsWrong() {
        assertThat(failures.stream().limit(400))
                .as(failures.size() + " answers are wrong")
                .isEmpty();
    }

    @Test
    @DisplayName("each call that is declared is made as it is meant")
    void plain() throws IOException {
        var bad = new ArrayList<String>();
        for (var call : endpoints()) {
            var request = plain(call);
            var answer = checked(request, List.of(), "as it is meant");
            if (answer.status() == 400 && !NOT_MEANT_SO.matcher(call.pattern()).matches()) {
                bad.add(call + " by " + request.by().name() + ": " + shortened(answer.body()));
            }
        }
        assertThat(bad).isEmpty();
        assertNothingIsWrong();
    }

    @Test
    @DisplayName("in a path")
    void paths() throws IOException {
        for (var call : endpoints()) {
            var plain = plain(call);
            for (var field : call.variables()) {
                var name = field.name();
                check(Oddities.encoded(field).stream()
                        .map(odd -> new Odd(
                                new Request(call, plain.by(), path(call, name, odd), plain.parameters(), plain.body()),
                                List.of(),
                                name + " " + odd)));
            }
        }
        assertNothingIsWrong();
    }

    @Test
    @DisplayName("in a query or a form")
    void parameters() throws IOException {
        for (var call : endpoints()) {
            for (var field : call.parameters()) {
                var plain = plain(call);
                var name = field.name();
                check(Stream.concat(
                                (call.isForm() ? Oddities.inForms(field) : Oddities.encoded(field)).stream(),
                                Stream.of(
                                        "1&" + name + "=2",
                                        "x&" + name + "[0].class=1&" + name + ".x=2&" + name + "%5b%5d=3"))
                        .map(odd -> withParameter(plain, name, odd)));
            }
        }
        assertNothingIsWrong();
    }

    private Odd withParameter(Request plain, String name, String odd) {
        var parameters = parameters(plain.call());
        parameters.put(name, odd);
        return new Odd(
                new Request(plain.call(), plain.by(), plain.path(), parameters, ""), List.of(), name + "=" + odd);
    }

    @Test
    @DisplayName("in a field of a body")
    void fields() throws IOException {
        for (var call : endpoints()) {
            if (call.body().isPresent()) {
                for (var field : call.fields()) {
                    var plain = plain(call);
                    for (var odd : Oddities.json(field)) {
                        var body = Endpoint.with(body(call), field.name(), odd);
                        check(
                                new Request(call, plain.by(), plain.path(), plain.parameters(), body),
                                List.of(),
                                field.name() + " " + odd);
                    }
                }
            }
        }
        assertNothingIsWrong();
    }

    @Test
    @DisplayName("in place of a body, or of its type")
    void bodies() throws IOException {
        for (var call : endpoints()) {
            if (call.body().isPresent()) {
                var plain = plain(call);
                for (var body : Oddities.bodies(body(call).toString())) {
                    check(new Request(call, plain.by(), plain.path(), plain.parameters(), body), List.of(), body);
                }
            }
            if (!call.method().equals("GET")) {
                var plain = plain(call);
                for (var type : Oddities.types()) {
                    var body = new Request(
                            call,
                            plain.by(),
                            plain.path(),
                            plain.parameters(),
                            body(call).toString());
                    check(body, List.of("Content-Type: " + type), "type " + type);
                }
            }
        }
        assertNothingIsWrong();
    }

    @Test
    @DisplayName("in a header, or by a method that there is not")
    void headers() throws IOException {
        for (var call : endpoints()) {
            var plain = plain(call);
            check(Oddities.headers().stream().map(header -> new Odd(plain, header, header.toString())));
            for (var method :
                    List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "DELETE", "POST", "GET", "PROPFIND", "x")) {
                var other = new Endpoint(method, call.pattern(), call.handler());
                sendAsOther(new Request(other, plain.by(), plain.path(), Map.of(), ""));
            }
        }
        assertNothingIsWrong();
    }

    private void sendAsOther(Request request) throws IOException {
        if (REFUSED.contains(request.call().toString())) {
            return;
        }
        var status = send(request, List.of()).status();
        if (status >= FAULT || status == 0) {
            failures.add(request.call() + ": " + status);
        }
        if (FOR_WHAT_IT_IS.contains(status)) {
            REFUSED.add(request.call().toString());
        }
    }
}
