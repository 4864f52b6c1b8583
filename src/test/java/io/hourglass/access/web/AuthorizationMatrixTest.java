package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Scope;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the program, and for every caller whether it is let in. */
@HourglassTest
@DisplayName("Who may do what")
class AuthorizationMatrixTest {

    private static final String ALL = "OPERATIONS AUDITOR SUPPLIER BUYER SUBMIT READ DECIDE TELL DESCRIBE";

    /** The call, with parts of the path as they are declared, and who may make it; "anybody" is nobody known as well. */
    private static final Map<String, String> MATRIX = rows(
            "POST /api/inquiries", "BUYER SUBMIT",
            "GET /api/inquiries/{inquiry}", "OPERATIONS AUDITOR SUPPLIER BUYER READ",
            "POST /api/inquiries/{inquiry}/replies", "SUPPLIER SUBMIT",
            "POST /api/inquiries/{inquiry}/rejections", "SUPPLIER SUBMIT",
            "POST /api/inquiries/{inquiry}/spam-reports", "SUPPLIER SUBMIT",
            "POST /api/inquiries/{inquiry}/amendments", "SUBMIT",
            "GET /api/duplicates", "OPERATIONS AUDITOR READ",
            "POST /api/imports", "OPERATIONS SUBMIT",
            "GET /api/imports", "OPERATIONS AUDITOR SUBMIT",
            "GET /api/imports/{id}", "OPERATIONS AUDITOR SUBMIT",
            "GET /api/imports/{id}/lines", "OPERATIONS AUDITOR SUBMIT",
            "GET /api/imports/{id}/rejected", "OPERATIONS AUDITOR SUBMIT",
            "POST /api/imports/{id}/stop", "OPERATIONS SUBMIT",
            "GET /api/parked-facts", "OPERATIONS AUDITOR SUBMIT",
            "POST /api/incoming/{source}", "anybody",
            "POST /api/chat/messages", "SUBMIT",
            "POST /api/chat/messages/batch", "SUBMIT",
            "POST /api/chat/transfers", "SUBMIT",
            "POST /api/chat/blocks", "SUBMIT",
            "POST /api/chat/marks", "OPERATIONS SUBMIT",
            "POST /api/chat/corrections", "OPERATIONS SUBMIT",
            "PUT /api/chat/accounts/{account}", "OPERATIONS DESCRIBE",
            "POST /api/chat/accounts/{account}/closure", "OPERATIONS DESCRIBE",
            "GET /api/chat/consultations/{consultation}", "OPERATIONS AUDITOR SUPPLIER BUYER READ",
            "POST /api/chat/consultations/{consultation}/disputes", "SUPPLIER SUBMIT",
            "GET /api/chat/consultations/{consultation}/disputes", "OPERATIONS AUDITOR SUPPLIER READ",
            "POST /api/inquiries/{inquiry}/findings", "OPERATIONS",
            "GET /operations/abnormal-accounts", "OPERATIONS AUDITOR",
            "POST /operations/abnormal-accounts", "OPERATIONS",
            "GET /operations/abnormal-accounts/{caught}", "OPERATIONS AUDITOR",
            "GET /operations/abnormal-accounts/{caught}/confirmation", "OPERATIONS AUDITOR",
            "POST /operations/abnormal-accounts/{caught}/confirmation", "OPERATIONS",
            "GET /operations/abnormal-accounts/{caught}/take-back", "OPERATIONS AUDITOR",
            "POST /operations/abnormal-accounts/{caught}/take-back", "OPERATIONS",
            "GET /operations/imports", "OPERATIONS AUDITOR",
            "GET /operations/imports/{id}", "OPERATIONS AUDITOR",
            "GET /operations/imports/{id}/stop", "OPERATIONS AUDITOR",
            "POST /operations/imports/{id}/stop", "OPERATIONS",
            "GET /operations/parked-facts", "OPERATIONS AUDITOR",
            "GET /operations/mails", "OPERATIONS AUDITOR",
            "GET /operations/mails/{mail}/retries", "OPERATIONS AUDITOR",
            "POST /operations/mails/{mail}/retries", "OPERATIONS",
            "GET /operations/mailboxes", "OPERATIONS AUDITOR",
            "GET /operations/outages", "OPERATIONS AUDITOR",
            "POST /operations/outages", "OPERATIONS",
            "GET /operations/outages/{outage}/decision", "OPERATIONS AUDITOR",
            "POST /operations/outages/{outage}/decision", "AUDITOR",
            "GET /operations/mails/reviews", "OPERATIONS AUDITOR",
            "GET /operations/mails/reviews/{fact}/decision", "OPERATIONS AUDITOR",
            "POST /operations/mails/reviews/{fact}/decision", "OPERATIONS",
            "GET /api/outages", "OPERATIONS AUDITOR",
            "POST /api/outages", "OPERATIONS",
            "POST /api/outages/{outage}/decision", "AUDITOR",
            "GET /api/mail-reviews", "OPERATIONS AUDITOR",
            "POST /api/mail-reviews/{fact}/decision", "OPERATIONS",
            "GET /api/mailboxes", "OPERATIONS AUDITOR",
            "GET /api/suppliers/{supplier}/mailbox", "OPERATIONS AUDITOR SUPPLIER",
            "PUT /api/suppliers/{supplier}/mailbox", "OPERATIONS SUPPLIER",
            "DELETE /api/suppliers/{supplier}/mailbox", "OPERATIONS SUPPLIER",
            "POST /api/suppliers/{supplier}/mailbox/test", "OPERATIONS SUPPLIER",
            "GET /account/mail", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "POST /account/mail", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /mail/unsubscribe/{token}", "anybody",
            "POST /mail/unsubscribe/{token}", "anybody",
            "GET /mail/confirm/{token}", "anybody",
            "POST /mail/confirm/{token}", "anybody",
            "GET /mail/inquiries/{token}", "anybody",
            "GET /mail/inquiries/{token}/rejections", "anybody",
            "POST /mail/inquiries/{token}/rejections", "anybody",
            "GET /mail/inquiries/{token}/spam-reports", "anybody",
            "POST /mail/inquiries/{token}/spam-reports", "anybody",
            "GET /api/mails", "OPERATIONS AUDITOR",
            "POST /api/mails/{mail}/retries", "OPERATIONS",
            "PUT /api/accounts/{name}/mail-address", "OPERATIONS DESCRIBE",
            "DELETE /api/accounts/{name}/mail-address", "OPERATIONS DESCRIBE",
            "POST /api/mail-bounces", "OPERATIONS TELL",
            "GET /api/abnormal-accounts", "OPERATIONS AUDITOR READ",
            "POST /api/abnormal-accounts", "OPERATIONS",
            "POST /api/abnormal-accounts/{caught}/confirmation", "OPERATIONS",
            "POST /api/abnormal-accounts/{caught}/take-back", "OPERATIONS",
            "PUT /api/buyers/{buyer}/registration", "OPERATIONS DESCRIBE",
            "POST /api/inquiries/{inquiry}/disputes", "SUPPLIER SUBMIT",
            "GET /api/inquiries/{inquiry}/disputes", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/disputes", "OPERATIONS AUDITOR READ",
            "GET /api/disputes/{dispute}/effect", "OPERATIONS AUDITOR",
            "POST /api/disputes/{dispute}/decision", "OPERATIONS AUDITOR",
            "GET /api/restatements", "OPERATIONS AUDITOR READ",
            "GET /api/dispute-policies", ALL,
            "POST /api/dispute-policies", "OPERATIONS",
            "POST /api/inquiries/{inquiry}/withdrawals", "BUYER SUBMIT",
            "POST /api/inquiries/{inquiry}/alternatives-requests", "BUYER DECIDE",
            "POST /api/inquiries/{inquiry}/picks", "BUYER DECIDE",
            "POST /api/inquiries/{inquiry}/declines", "BUYER DECIDE",
            "GET /api/inquiries/{inquiry}/referral", "OPERATIONS AUDITOR BUYER READ",
            "GET /api/inquiries/{inquiry}/notices", "BUYER TELL",
            "GET /api/buyer-notices", "TELL",
            "GET /api/buyers-served", "OPERATIONS AUDITOR READ",
            "GET /api/buyers/{buyer}/inquiries", "OPERATIONS AUDITOR BUYER READ",
            "GET /api/buyers/{buyer}/repetition", "OPERATIONS AUDITOR BUYER READ",
            "GET /buyers/{buyer}/inquiries", "OPERATIONS AUDITOR BUYER",
            "GET /buyers/{buyer}/new-inquiry", "BUYER",
            "POST /buyers/{buyer}/inquiries/{inquiry}/withdrawal", "BUYER",
            "POST /buyers/{buyer}/new-inquiry", "BUYER",
            "GET /buyers/{buyer}/inquiries/{inquiry}", "OPERATIONS AUDITOR BUYER",
            "GET /buyers/{buyer}/inquiries/{inquiry}/alternatives", "BUYER",
            "GET /api/suppliers", "OPERATIONS AUDITOR READ",
            "GET /api/suppliers/{supplier}/inquiries", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/published-number", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/published-numbers", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/published-number/consultations", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/published-number/recount", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/diagnosis", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/tallies", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/published-number", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/published-number/inquiries", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/published-number/recount", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/inquiries/{inquiry}/proof", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/ledger/export", "OPERATIONS AUDITOR READ",
            "GET /api/ledger/check", "OPERATIONS AUDITOR READ",
            "GET /audit/inquiries", "OPERATIONS AUDITOR",
            "GET /audit/numbers", "OPERATIONS AUDITOR",
            "GET /audit/restatements", "OPERATIONS AUDITOR",
            "GET /audit/disputes", "OPERATIONS AUDITOR",
            "GET /audit/disputes/{dispute}", "OPERATIONS AUDITOR",
            "GET /audit/disputes/{dispute}/decision", "OPERATIONS AUDITOR",
            "POST /audit/disputes/{dispute}/decision", "OPERATIONS AUDITOR",
            "GET /audit/ledger", "OPERATIONS AUDITOR",
            "GET /audit/ledger/export", "OPERATIONS AUDITOR",
            "GET /audit/ledger/proof", "OPERATIONS AUDITOR",
            "GET /api/ledger/seals", ALL,
            "POST /api/erasures", "OPERATIONS",
            "GET /api/suppliers/{supplier}/published-numbers", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/inquiries/{inquiry}/trace", "OPERATIONS AUDITOR READ",
            "GET /api/tracks/{track}/cases/{case}/trace", "OPERATIONS AUDITOR READ",
            "GET /api/traces", "OPERATIONS AUDITOR READ",
            "GET /inquiries/{inquiry}/trace", "OPERATIONS AUDITOR READ",
            "GET /consultations/{consultation}/trace", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/provisional-figure", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/standing", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/buyers-served", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/profile", "OPERATIONS AUDITOR SUPPLIER READ",
            "PUT /api/suppliers/{supplier}/profile", "OPERATIONS DESCRIBE",
            "GET /api/buyers/{buyer}/profile", "OPERATIONS AUDITOR BUYER READ",
            "PUT /api/buyers/{buyer}/profile", "OPERATIONS DESCRIBE",
            "PUT /api/suppliers/{supplier}/display", "SUPPLIER DESCRIBE",
            "GET /api/chat/shops", "OPERATIONS AUDITOR READ",
            "GET /api/chat/shops/{supplier}", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/consultations", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/chat/shops/{supplier}/history", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /chat", "OPERATIONS AUDITOR",
            "GET /suppliers/{supplier}/chat/diagnosis", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/chat", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/chat/accounts/{account}", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/chat/consultations/{consultation}", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/chat/consultations/{consultation}/disputes", "SUPPLIER",
            "POST /suppliers/{supplier}/chat/consultations/{consultation}/disputes", "SUPPLIER",
            "GET /api/standings", "OPERATIONS AUDITOR READ",
            "GET /api/standings.csv", "OPERATIONS AUDITOR READ",
            "GET /api/standing-events", "OPERATIONS AUDITOR READ",
            "GET /api/standing-policies", ALL,
            "POST /api/standing-policies", "OPERATIONS",
            "GET /api/referral-policies", ALL,
            "POST /api/referral-policies", "OPERATIONS",
            "GET /api/referrals/exposures", "OPERATIONS AUDITOR READ",
            "GET /api/referrals/places", "OPERATIONS AUDITOR READ",
            "GET /api/referrals/self-dealing", "OPERATIONS AUDITOR READ",
            "GET /api/policy", ALL,
            "GET /api/policies", "OPERATIONS AUDITOR READ",
            "GET /api/policies/{kind}", "OPERATIONS AUDITOR READ",
            "GET /api/policies/{kind}/differences", "OPERATIONS AUDITOR READ",
            "POST /api/policies/{kind}/drafts", "OPERATIONS AUDITOR",
            "POST /api/policies/{kind}/checks", "OPERATIONS AUDITOR",
            "POST /api/policies/{kind}/versions", "OPERATIONS",
            "POST /api/policies/{kind}/versions/{version}/withdrawal", "OPERATIONS",
            "GET /api/book-days", "OPERATIONS AUDITOR READ",
            "GET /api/process-models/{process}", "OPERATIONS AUDITOR READ",
            "GET /api/process-map", "OPERATIONS AUDITOR READ",
            "GET /api/process-map/waiting", "OPERATIONS AUDITOR READ",
            "GET /api/process-map/ended", "OPERATIONS AUDITOR READ",
            "GET /api/operations/overview", "OPERATIONS AUDITOR READ",
            "GET /api/incidents", "OPERATIONS AUDITOR READ",
            "POST /api/incidents/{incident}/retries", "OPERATIONS",
            "POST /api/book-days/{day}/close-retries", "OPERATIONS",
            "POST /api/suppliers/{supplier}/suspensions", "OPERATIONS",
            "POST /api/suppliers/{supplier}/resumptions", "OPERATIONS",
            "GET /operations", "OPERATIONS AUDITOR",
            "GET /operations/map", "OPERATIONS AUDITOR",
            "GET /operations/inquiries", "OPERATIONS AUDITOR",
            "GET /operations/inquiries/{inquiry}/findings", "OPERATIONS AUDITOR",
            "POST /operations/inquiries/{inquiry}/findings", "OPERATIONS",
            "GET /operations/ended", "OPERATIONS AUDITOR",
            "GET /operations/cockpit", "OPERATIONS AUDITOR",
            "GET /operations/incidents", "OPERATIONS AUDITOR",
            "GET /operations/incidents/{incident}", "OPERATIONS AUDITOR",
            "GET /operations/incidents/{incident}/retries", "OPERATIONS AUDITOR",
            "POST /operations/incidents/{incident}/retries", "OPERATIONS",
            "GET /operations/actions", "OPERATIONS AUDITOR",
            "POST /api/password", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /password", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /account", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /password/reset/{token}", "anybody",
            "POST /password/reset/{token}", "anybody",
            "GET /settings", "OPERATIONS AUDITOR",
            "GET /settings/policies", "OPERATIONS AUDITOR",
            "GET /settings/policies/{kind}", "OPERATIONS AUDITOR",
            "GET /settings/policies/{kind}/draft", "OPERATIONS AUDITOR",
            "POST /settings/policies/{kind}/draft", "OPERATIONS AUDITOR",
            "POST /settings/policies/{kind}/versions", "OPERATIONS",
            "POST /settings/policies/{kind}/versions/{version}/withdrawal", "OPERATIONS",
            "GET /settings/suppliers", "OPERATIONS AUDITOR",
            "GET /settings/suppliers/{supplier}", "OPERATIONS AUDITOR",
            "POST /settings/suppliers/{supplier}/profile", "OPERATIONS",
            "POST /settings/suppliers/{supplier}/suspension", "OPERATIONS",
            "POST /settings/suppliers/{supplier}/resumption", "OPERATIONS",
            "GET /settings/erasure", "OPERATIONS AUDITOR",
            "POST /settings/erasure", "OPERATIONS",
            "POST /settings/erasure/data", "OPERATIONS",
            "GET /settings/calendar", "OPERATIONS AUDITOR",
            "POST /settings/calendar", "OPERATIONS",
            "GET /settings/keys", "OPERATIONS AUDITOR",
            "POST /settings/keys", "OPERATIONS",
            "GET /settings/keys/{id}", "OPERATIONS AUDITOR",
            "POST /settings/keys/{id}/revocation", "OPERATIONS",
            "GET /settings/webhooks", "OPERATIONS AUDITOR",
            "POST /settings/webhooks", "OPERATIONS",
            "GET /settings/webhooks/{webhook}", "OPERATIONS AUDITOR",
            "POST /settings/webhooks/{webhook}", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/rotation", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/suspension", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/resumption", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/removal", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/tests", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/retries", "OPERATIONS",
            "POST /settings/webhooks/{webhook}/deliveries/{event}/retries", "OPERATIONS",
            "GET /settings/accounts", "OPERATIONS AUDITOR",
            "POST /settings/accounts", "OPERATIONS AUDITOR",
            "GET /settings/accounts/{name}", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/role", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/link", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/sessions-end", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/closure", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/reopening", "OPERATIONS AUDITOR",
            "POST /settings/accounts/{name}/merger", "OPERATIONS AUDITOR",
            "GET /search", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /search/suppliers", "OPERATIONS AUDITOR BUYER",
            "GET /preferences", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "POST /preferences", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /menu", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /developers", "anybody",
            "GET /suppliers", "OPERATIONS AUDITOR",
            "POST /password", "OPERATIONS AUDITOR SUPPLIER BUYER",
            "GET /help", "anybody",
            "GET /help/{role}", "anybody",
            "GET /api/accounts", "OPERATIONS AUDITOR",
            "PUT /api/accounts/{name}", "OPERATIONS AUDITOR",
            "DELETE /api/accounts/{name}", "OPERATIONS AUDITOR",
            "GET /api/webhooks", "OPERATIONS AUDITOR",
            "GET /api/event-kinds", "OPERATIONS AUDITOR",
            "GET /api/deliveries", "OPERATIONS AUDITOR",
            "POST /api/webhooks", "OPERATIONS",
            "PUT /api/webhooks/{webhook}", "OPERATIONS",
            "DELETE /api/webhooks/{webhook}", "OPERATIONS",
            "POST /api/webhooks/{webhook}/rotation", "OPERATIONS",
            "POST /api/webhooks/{webhook}/suspension", "OPERATIONS",
            "POST /api/webhooks/{webhook}/resumption", "OPERATIONS",
            "POST /api/webhooks/{webhook}/tests", "OPERATIONS",
            "POST /api/webhooks/{webhook}/retries", "OPERATIONS",
            "POST /api/webhooks/{webhook}/deliveries/{event}/retries", "OPERATIONS",
            "GET /api/api-keys", "OPERATIONS AUDITOR",
            "POST /api/api-keys", "OPERATIONS",
            "DELETE /api/api-keys/{id}", "OPERATIONS",
            "GET /api/suppliers/{supplier}/diagnosis", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/suppliers/{supplier}/disputes", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /api/inquiries/{inquiry}/objections/outlook", "OPERATIONS AUDITOR SUPPLIER READ",
            "GET /suppliers/{supplier}/inbox", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/inquiries/{inquiry}", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/rate", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/mailbox", "OPERATIONS AUDITOR SUPPLIER",
            "POST /suppliers/{supplier}/mailbox", "OPERATIONS SUPPLIER",
            "GET /suppliers/{supplier}/mailbox/test", "OPERATIONS SUPPLIER",
            "POST /suppliers/{supplier}/mailbox/test", "OPERATIONS SUPPLIER",
            "GET /suppliers/{supplier}/mailbox/consent", "OPERATIONS SUPPLIER",
            "POST /suppliers/{supplier}/mailbox/consent", "OPERATIONS SUPPLIER",
            "GET /mailbox-grants", "OPERATIONS SUPPLIER",
            "GET /suppliers/{supplier}/mailbox/disconnection", "OPERATIONS SUPPLIER",
            "POST /suppliers/{supplier}/mailbox/disconnection", "OPERATIONS SUPPLIER",
            "GET /suppliers/{supplier}/disputes", "OPERATIONS AUDITOR SUPPLIER",
            "GET /suppliers/{supplier}/inbox/objections", "SUPPLIER",
            "POST /suppliers/{supplier}/inbox/objections", "SUPPLIER",
            "GET /suppliers/{supplier}/inquiries/{inquiry}/replies", "SUPPLIER",
            "POST /suppliers/{supplier}/inquiries/{inquiry}/replies", "SUPPLIER",
            "GET /suppliers/{supplier}/inquiries/{inquiry}/objections", "SUPPLIER",
            "POST /suppliers/{supplier}/inquiries/{inquiry}/objections", "SUPPLIER",
            "GET /suppliers/{supplier}/inquiries/{inquiry}/disputes", "SUPPLIER",
            "POST /suppliers/{supplier}/inquiries/{inquiry}/disputes", "SUPPLIER",
            "GET /suppliers/{supplier}/display", "SUPPLIER",
            "POST /suppliers/{supplier}/display", "SUPPLIER",
            "GET /", ALL + " WATCH",
            "GET /login", "anybody",
            "GET /about", "anybody",
            "GET /badges/{supplier}/badge.svg", "anybody",
            "GET /badges/{supplier}/badge.json", "anybody",
            "GET /badges/{supplier}/{track}/badge.svg", "anybody",
            "GET /badges/{supplier}/{track}/badge.json", "anybody",
            "GET /alternatives/{token}", "anybody",
            "GET /alternatives/{token}/request", "anybody",
            "GET /alternatives/{token}/picks", "anybody",
            "GET /alternatives/{token}/decline", "anybody",
            "POST /alternatives/{token}/request", "anybody",
            "POST /alternatives/{token}/picks", "anybody",
            "POST /alternatives/{token}/decline", "anybody",
            "GET /openapi", "anybody",
            "GET /openapi.json", "anybody",
            "GET /openapi.json/swagger-config", "anybody",
            "GET /engine-rest/engine", "",
            "GET /actuator/health", "anybody",
            "GET /actuator/health/readiness", "anybody",
            "GET /actuator", "",
            "GET /actuator/prometheus", "OPERATIONS WATCH",
            "GET /actuator/metrics", "",
            "GET /actuator/env", "",
            "GET /no/such/page", "");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Chats chats;

    private String consultation = "";

    @BeforeEach
    void aConsultation() {
        consultation = chats.records(chats.report(ChatFactKind.ASKED, new BuyerId("own"), new AccountId("none"))
                        .shop(new SupplierId("own")))
                .id()
                .value();
    }

    @BeforeEach
    void anInquiry() {
        marketplace.reply(marketplace.inquiry(
                "q", new BuyerId("own"), new SupplierId("own"), Instant.parse("2026-03-02T02:00:00Z"), null));
    }

    private static Map<String, String> rows(String... callsAndCallers) {
        var rows = new LinkedHashMap<String, String>();
        for (var row = 0; row < callsAndCallers.length; row += 2) {
            rows.put(callsAndCallers[row], callsAndCallers[row + 1]);
        }
        return rows;
    }

    private static String allowed(String call) {
        return Objects.requireNonNull(MATRIX.get(call));
    }

    static Stream<String> calls() {
        return MATRIX.keySet().stream();
    }

    private static Map<String, @Nullable Caller> callers(String party) {
        var callers = new LinkedHashMap<String, @Nullable Caller>();
        callers.put("OPERATIONS", As.operations());
        callers.put("AUDITOR", As.auditor());
        callers.put("SUPPLIER", As.supplier(party));
        callers.put("BUYER", As.buyer(party));
        for (var scope : Scope.values()) {
            callers.put(scope.name(), As.integration(scope));
        }
        return callers;
    }

    /** What the caller gets: "in", "401", "403", "404" or "login". */
    private String answer(String call, @Nullable Caller caller) throws Exception {
        var method = call.split(" ", -1)[0];
        var path = call.split(" ", -1)[1]
                .replace("{inquiry}", "q")
                .replace("{supplier}", "own")
                .replace("{buyer}", "own")
                .replace("{consultation}", consultation)
                .replaceAll("\\{[a-z]+}", "none");
        var response = mvc.perform(request(HttpMethod.valueOf(method), path)
                        .param("since", "2026-03-01T00:00:00Z")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(caller == null ? anonymous() : as(caller)))
                .andReturn()
                .getResponse();
        var location = String.valueOf(response.getHeader("Location"));
        return switch (response.getStatus()) {
            case 401, 403, 404 -> Integer.toString(response.getStatus());
            case 302 -> location.endsWith("/login") ? "login" : "in";
            case 500, 501, 502, 504 -> "failed with " + response.getStatus();
            default -> "in";
        };
    }

    private static boolean isNamedByUs(String call) {
        return call.matches(".*\\{(inquiry|supplier|buyer|consultation)}.*");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName("is said for each call and each caller; what is another's is unknown to suppliers and buyers")
    void matrix(String call) throws Exception {
        var expected = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (var caller : callers("own").entrySet()) {
            expected.add(caller.getKey() + ": " + (isIn(call, caller.getKey()) ? "in" : "403"));
            found.add(caller.getKey() + ": " + answer(call, caller.getValue()).replace("404", unknown(call)));
        }
        expected.add("nobody: " + ofNobody(call));
        found.add("nobody: " + answer(call, null).replace("404", unknown(call)));
        if (isNamedByUs(call) && !allowed(call).equals("anybody")) {
            for (var role : List.of("SUPPLIER", "BUYER")) {
                expected.add("another " + role + ": " + (isIn(call, role) ? "404" : "403"));
                found.add("another " + role + ": "
                        + answer(call, callers("stranger").get(role)));
            }
        }
        assertThat(found).as(call).isEqualTo(expected);
    }

    private static boolean isIn(String call, String caller) {
        return allowed(call).equals("anybody")
                || Arrays.asList(allowed(call).split(" ", -1)).contains(caller);
    }

    /** Whoever is let in finds nothing where nothing was made for the test: a number, a referral, a link. */
    private static String unknown(String call) {
        return isNamedByUs(call)
                        && !call.matches(
                                ".*(/referral|number/inquiries|/chat/shops/.*number.*|/recount|/proof|/badge.*|/buyers/\\{buyer}/profile|/mailbox(/test)?)")
                ? "404"
                : "in";
    }

    private static String ofNobody(String call) {
        if (allowed(call).equals("anybody")) {
            return "in";
        }
        return call.contains(" /api/") || call.contains(" /engine-rest") ? "401" : "login";
    }

    @Test
    @DisplayName("no call is left out of the matrix")
    void whole() {
        var declared = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> methods(mapping.getMethodsCondition().getMethods())
                                .map(method -> method + " " + path)))
                .filter(call -> !call.endsWith(" /error") && !call.endsWith(".yaml"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MATRIX.keySet()).containsAll(declared);
        assertThat(declared).hasSizeGreaterThan(45);
    }

    private static Stream<String> methods(Set<? extends Enum<?>> methods) {
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }
}
