package io.hourglass.access.web;

import static io.hourglass.access.callers.Role.AUDITOR;
import static io.hourglass.access.callers.Role.BUYER;
import static io.hourglass.access.callers.Role.OPERATIONS;
import static io.hourglass.access.callers.Role.SUPPLIER;
import static io.hourglass.access.callers.Scope.DECIDE;
import static io.hourglass.access.callers.Scope.DESCRIBE;
import static io.hourglass.access.callers.Scope.READ;
import static io.hourglass.access.callers.Scope.SUBMIT;
import static io.hourglass.access.callers.Scope.TELL;
import static io.hourglass.access.callers.Scope.WATCH;
import static java.util.stream.Collectors.toSet;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.hourglass.access.callers.Authority;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.tracks.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The permissions, address by address; everything else is denied. Suppliers and buyers are then
 * still held to their own, see {@link OwnershipInterceptor}.
 */
final class Rules {

    /** Redirect after POST: reloading the response leads to the page. */
    private static final String[] SUPPLIERS_FORMS = {
        "/suppliers/*/inbox/objections",
        "/suppliers/*/inquiries/*/replies",
        "/suppliers/*/inquiries/*/objections",
        "/suppliers/*/inquiries/*/disputes",
        "/suppliers/*/chat/consultations/*/disputes",
        "/suppliers/*/display"
    };

    /** Pages that are shown without signing in, or lead to where one lands. */
    static final List<String> FOR_ANYBODY =
            List.of("/", "/login", "/about", "/developers", "/help", "/help/*", "/password/reset/*");

    /** Where calls prove by their signatures whose they are. */
    static final String[] SIGNED = {"/api/incoming/*"};

    private static final List<Rule> ALL = List.of(
            may(BUYER, SUBMIT).on(POST, "/api/inquiries"),
            may(OPERATIONS, AUDITOR, SUPPLIER, BUYER, READ).on(GET, "/api/inquiries/*"),
            may(SUPPLIER, SUBMIT)
                    .on(
                            POST,
                            "/api/inquiries/*/replies",
                            "/api/inquiries/*/rejections",
                            "/api/inquiries/*/spam-reports"),
            may(BUYER, SUBMIT).on(POST, "/api/inquiries/*/withdrawals"),
            may(SUBMIT).on(POST, "/api/inquiries/*/amendments"),
            may(SUBMIT)
                    .on(
                            POST,
                            "/api/chat/messages",
                            "/api/chat/messages/batch",
                            "/api/chat/transfers",
                            "/api/chat/blocks"),
            may(OPERATIONS, SUBMIT).on(POST, "/api/imports", "/api/imports/*/stop"),
            may(OPERATIONS, AUDITOR, SUBMIT)
                    .on(
                            GET,
                            "/api/imports",
                            "/api/imports/*",
                            "/api/imports/*/lines",
                            "/api/imports/*/rejected",
                            "/api/parked-facts"),
            may(OPERATIONS, SUBMIT).on(POST, "/api/chat/marks", "/api/chat/corrections"),
            may(OPERATIONS, DESCRIBE).on(PUT, "/api/chat/accounts/*"),
            may(OPERATIONS, DESCRIBE).on(POST, "/api/chat/accounts/*/closure"),
            may(OPERATIONS, AUDITOR, SUPPLIER, BUYER, READ).on(GET, "/api/chat/consultations/*"),
            may(SUPPLIER, SUBMIT).on(POST, "/api/inquiries/*/disputes", "/api/chat/consultations/*/disputes"),
            may(OPERATIONS, AUDITOR, SUPPLIER, READ)
                    .on(GET, "/api/inquiries/*/disputes", "/api/chat/consultations/*/disputes"),
            may(OPERATIONS, AUDITOR, READ).on(GET, "/api/disputes", "/api/restatements"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/disputes/*/effect"),
            may(OPERATIONS, AUDITOR).on(POST, "/api/disputes/*/decision", "/audit/disputes/*/decision"),
            may(OPERATIONS, AUDITOR)
                    .on(
                            GET,
                            "/audit/inquiries",
                            "/audit/numbers",
                            "/audit/restatements",
                            "/audit/disputes",
                            "/audit/disputes/*",
                            "/audit/disputes/*/decision",
                            "/audit/ledger",
                            "/audit/ledger/export",
                            "/audit/ledger/proof"),
            may(BUYER, DECIDE)
                    .on(
                            POST,
                            "/api/inquiries/*/alternatives-requests",
                            "/api/inquiries/*/picks",
                            "/api/inquiries/*/declines"),
            may(OPERATIONS, AUDITOR, BUYER, READ).on(GET, "/api/inquiries/*/referral"),
            // with the links by which anyone who has them acts as the buyer
            may(BUYER, TELL).on(GET, "/api/inquiries/*/notices"),
            may(TELL).on(GET, "/api/buyer-notices"),
            may(OPERATIONS, AUDITOR, SUPPLIER, READ)
                    .on(
                            GET,
                            "/api/suppliers/*/inquiries",
                            "/api/suppliers/*/published-number",
                            "/api/suppliers/*/published-number/inquiries",
                            "/api/suppliers/*/published-numbers",
                            "/api/suppliers/*/published-number/recount",
                            "/api/inquiries/*/proof",
                            "/api/suppliers/*/provisional-figure",
                            "/api/suppliers/*/standing",
                            "/api/suppliers/*/buyers-served",
                            "/api/suppliers/*/profile",
                            "/api/suppliers/*/diagnosis",
                            "/api/chat/shops/*/published-number",
                            "/api/chat/shops/*/published-numbers",
                            "/api/chat/shops/*/published-number/consultations",
                            "/api/chat/shops/*/published-number/recount",
                            "/api/chat/shops/*/diagnosis",
                            "/api/chat/shops/*/tallies",
                            "/api/suppliers/*/disputes",
                            "/api/inquiries/*/objections/outlook",
                            "/api/chat/shops/*",
                            "/api/chat/shops/*/consultations",
                            "/api/chat/shops/*/history"),
            may(OPERATIONS, AUDITOR, READ).on(GET, "/api/chat/shops"),
            may(OPERATIONS, AUDITOR).on(GET, "/chat"),
            may(OPERATIONS, AUDITOR, SUPPLIER)
                    .on(
                            GET,
                            "/suppliers/*/chat/diagnosis",
                            "/suppliers/*/chat",
                            "/suppliers/*/chat/accounts/*",
                            "/suppliers/*/chat/consultations/*",
                            "/suppliers/*/inbox",
                            "/suppliers/*/inquiries/*",
                            "/suppliers/*/rate",
                            "/suppliers/*/mailbox",
                            "/suppliers/*/disputes"),
            may(OPERATIONS, SUPPLIER)
                    .on(
                            GET,
                            "/suppliers/*/mailbox/test",
                            "/suppliers/*/mailbox/consent",
                            "/suppliers/*/mailbox/disconnection"),
            // to which providers lead back; whose mailbox it is about is known to the session that began it
            may(OPERATIONS, SUPPLIER).on(GET, "/mailbox-grants"),
            may(OPERATIONS, SUPPLIER)
                    .on(
                            POST,
                            "/suppliers/*/mailbox",
                            "/suppliers/*/mailbox/test",
                            "/suppliers/*/mailbox/consent",
                            "/suppliers/*/mailbox/disconnection"),
            may(SUPPLIER).on(GET, SUPPLIERS_FORMS),
            may(OPERATIONS, AUDITOR, SUPPLIER, READ).on(GET, "/consultations/*/trace"),
            may(SUPPLIER).on(POST, SUPPLIERS_FORMS),
            may(SUPPLIER, DESCRIBE).on(PUT, "/api/suppliers/*/display"),
            may(OPERATIONS, DESCRIBE).on(PUT, "/api/suppliers/*/profile", "/api/buyers/*/profile"),
            may(OPERATIONS, AUDITOR, READ)
                    .on(
                            GET,
                            "/api/suppliers",
                            "/api/buyers-served",
                            "/api/duplicates",
                            "/api/standings",
                            "/api/standings.csv",
                            "/api/standing-events",
                            "/api/book-days",
                            "/api/traces",
                            "/api/inquiries/*/trace",
                            "/api/tracks/*/cases/*/trace",
                            "/inquiries/*/trace",
                            "/api/ledger/export",
                            "/api/ledger/check",
                            "/api/referrals/exposures",
                            "/api/referrals/places",
                            "/api/referrals/self-dealing"),
            may(OPERATIONS, AUDITOR, BUYER, READ)
                    .on(GET, "/api/buyers/*/inquiries", "/api/buyers/*/repetition", "/api/buyers/*/profile"),
            may(BUYER).on(GET, "/buyers/*/new-inquiry", "/buyers/*/inquiries/*/alternatives"),
            may(BUYER).on(POST, "/buyers/*/new-inquiry", "/buyers/*/inquiries/*/withdrawal"),
            may(OPERATIONS, AUDITOR, BUYER).on(GET, "/buyers/*/inquiries", "/buyers/*/inquiries/*"),
            may(OPERATIONS, AUDITOR, SUPPLIER, BUYER, READ, SUBMIT, DECIDE, TELL, DESCRIBE)
                    .on(
                            GET,
                            "/api/policy",
                            "/api/standing-policies",
                            "/api/referral-policies",
                            "/api/dispute-policies",
                            "/api/ledger/seals"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/api/standing-policies",
                            "/api/referral-policies",
                            "/api/dispute-policies",
                            "/api/policies/*/versions",
                            "/api/policies/*/versions/*/withdrawal"),
            may(OPERATIONS, AUDITOR).on(POST, "/api/policies/*/drafts", "/api/policies/*/checks"),
            may(OPERATIONS, AUDITOR, READ).on(GET, "/api/policies", "/api/policies/*", "/api/policies/*/differences"),
            may(OPERATIONS, AUDITOR, READ)
                    .on(
                            GET,
                            "/api/process-models/*",
                            "/api/process-map",
                            "/api/process-map/waiting",
                            "/api/process-map/ended",
                            "/api/operations/overview",
                            "/api/incidents"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/api/incidents/*/retries",
                            "/api/book-days/*/close-retries",
                            "/api/suppliers/*/suspensions",
                            "/api/suppliers/*/resumptions",
                            "/operations/incidents/*/retries",
                            "/operations/abnormal-accounts",
                            "/operations/abnormal-accounts/*/confirmation",
                            "/operations/abnormal-accounts/*/take-back",
                            "/operations/imports/*/stop",
                            "/operations/mails/*/retries",
                            "/operations/mails/reviews/*/decision",
                            "/operations/outages",
                            "/operations/inquiries/*/findings"),
            may(AUDITOR).on(POST, "/operations/outages/*/decision"),
            may(OPERATIONS, AUDITOR)
                    .on(
                            GET,
                            "/operations",
                            "/operations/map",
                            "/operations/inquiries",
                            "/operations/inquiries/*/findings",
                            "/operations/ended",
                            "/operations/cockpit",
                            "/operations/incidents",
                            "/operations/incidents/*",
                            "/operations/incidents/*/retries",
                            "/operations/abnormal-accounts",
                            "/operations/abnormal-accounts/*",
                            "/operations/abnormal-accounts/*/confirmation",
                            "/operations/abnormal-accounts/*/take-back",
                            "/operations/imports",
                            "/operations/imports/*",
                            "/operations/imports/*/stop",
                            "/operations/parked-facts",
                            "/operations/mails",
                            "/operations/mails/*/retries",
                            "/operations/mails/reviews",
                            "/operations/mails/reviews/*/decision",
                            "/operations/mailboxes",
                            "/operations/outages",
                            "/operations/outages/*/decision",
                            "/operations/actions"),
            may(OPERATIONS, AUDITOR).on(GET, "/settings", "/settings/accounts", "/settings/accounts/*"),
            may(OPERATIONS, AUDITOR)
                    .on(GET, "/settings/policies", "/settings/policies/*", "/settings/policies/*/draft"),
            may(OPERATIONS, AUDITOR).on(POST, "/settings/policies/*/draft"),
            may(OPERATIONS).on(POST, "/settings/policies/*/versions", "/settings/policies/*/versions/*/withdrawal"),
            may(OPERATIONS, AUDITOR).on(GET, "/settings/suppliers", "/settings/suppliers/*"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/settings/suppliers/*/profile",
                            "/settings/suppliers/*/suspension",
                            "/settings/suppliers/*/resumption"),
            may(OPERATIONS, AUDITOR).on(GET, "/settings/erasure", "/settings/calendar"),
            may(OPERATIONS).on(POST, "/settings/calendar"),
            may(OPERATIONS).on(POST, "/settings/erasure", "/settings/erasure/data"),
            may(OPERATIONS, AUDITOR).on(GET, "/settings/keys", "/settings/keys/*"),
            may(OPERATIONS).on(POST, "/settings/keys", "/settings/keys/*/revocation"),
            may(OPERATIONS, AUDITOR).on(GET, "/settings/webhooks", "/settings/webhooks/*"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/settings/webhooks",
                            "/settings/webhooks/*",
                            "/settings/webhooks/*/rotation",
                            "/settings/webhooks/*/suspension",
                            "/settings/webhooks/*/resumption",
                            "/settings/webhooks/*/removal",
                            "/settings/webhooks/*/tests",
                            "/settings/webhooks/*/retries",
                            "/settings/webhooks/*/deliveries/*/retries"),
            // auditors those of auditors, see access.accounts.Makers
            may(OPERATIONS, AUDITOR)
                    .on(
                            POST,
                            "/settings/accounts",
                            "/settings/accounts/*/role",
                            "/settings/accounts/*/link",
                            "/settings/accounts/*/sessions-end",
                            "/settings/accounts/*/closure",
                            "/settings/accounts/*/reopening",
                            "/settings/accounts/*/merger"),
            may(OPERATIONS, AUDITOR, SUPPLIER, BUYER)
                    .on(GET, "/password", "/account", "/account/mail", "/preferences", "/menu", "/search"),
            may(OPERATIONS, AUDITOR, SUPPLIER, BUYER)
                    .on(POST, "/password", "/account/mail", "/preferences", "/api/password", "/logout"),
            may(OPERATIONS, AUDITOR, BUYER).on(GET, "/search/suppliers"),
            may(OPERATIONS, AUDITOR).on(GET, "/suppliers"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/accounts", "/api/api-keys"),
            may(OPERATIONS).on(POST, "/api/inquiries/*/findings"),
            may(OPERATIONS, AUDITOR, READ).on(GET, "/api/abnormal-accounts"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/api/abnormal-accounts",
                            "/api/abnormal-accounts/*/confirmation",
                            "/api/abnormal-accounts/*/take-back"),
            may(OPERATIONS, DESCRIBE).on(PUT, "/api/buyers/*/registration"),
            may(OPERATIONS).on(POST, "/api/api-keys", "/api/erasures"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/webhooks", "/api/event-kinds", "/api/deliveries"),
            may(OPERATIONS)
                    .on(
                            POST,
                            "/api/webhooks",
                            "/api/webhooks/*/rotation",
                            "/api/webhooks/*/suspension",
                            "/api/webhooks/*/resumption",
                            "/api/webhooks/*/tests",
                            "/api/webhooks/*/retries",
                            "/api/webhooks/*/deliveries/*/retries"),
            may(OPERATIONS, WATCH).on(GET, "/actuator/prometheus"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/mails"),
            may(OPERATIONS).on(POST, "/api/mails/*/retries"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/outages"),
            may(OPERATIONS).on(POST, "/api/outages"),
            may(AUDITOR).on(POST, "/api/outages/*/decision"),
            may(OPERATIONS, AUDITOR).on(GET, "/api/mail-reviews", "/api/mailboxes"),
            may(OPERATIONS, AUDITOR, SUPPLIER).on(GET, "/api/suppliers/*/mailbox"),
            may(OPERATIONS, SUPPLIER).on(PUT, "/api/suppliers/*/mailbox"),
            may(OPERATIONS, SUPPLIER).on(DELETE, "/api/suppliers/*/mailbox"),
            may(OPERATIONS, SUPPLIER).on(POST, "/api/suppliers/*/mailbox/test"),
            may(OPERATIONS).on(POST, "/api/mail-reviews/*/decision"),
            may(OPERATIONS, DESCRIBE).on(PUT, "/api/accounts/*/mail-address"),
            may(OPERATIONS, DESCRIBE).on(DELETE, "/api/accounts/*/mail-address"),
            may(OPERATIONS, TELL).on(POST, "/api/mail-bounces"),
            may(OPERATIONS).on(PUT, "/api/webhooks/*"),
            may(OPERATIONS).on(DELETE, "/api/webhooks/*"),
            // auditors make those of auditors, see AccountApi
            may(OPERATIONS, AUDITOR).on(PUT, "/api/accounts/*"),
            may(OPERATIONS, AUDITOR).on(DELETE, "/api/accounts/*"),
            may(OPERATIONS).on(DELETE, "/api/api-keys/*"));

    private Rules() {}

    private record Rule(HttpMethod method, List<String> paths, List<String> authorities) {

        boolean isOn(HttpServletRequest request) {
            return isAmong(paths, request);
        }

        boolean isFor(Caller caller) {
            return caller.roles().stream().map(Role::authority).anyMatch(authorities::contains);
        }

        Stream<HttpMethod> methods() {
            return method.equals(GET) ? Stream.of(GET, HEAD) : Stream.of(method);
        }
    }

    /** Whether the address is one of the program's, for anybody and by any method. */
    static boolean isServed(HttpServletRequest request) {
        return ALL.stream().anyMatch(rule -> rule.isOn(request)) || isAmong(FOR_ANYBODY, request);
    }

    /** Whether there is somebody from whom the address takes the request's method. */
    static boolean isTaken(HttpServletRequest request) {
        return ALL.stream()
                .anyMatch(rule ->
                        rule.isOn(request) && rule.methods().anyMatch(method -> method.matches(request.getMethod())));
    }

    /** By which somebody who is signed in may use the address; empty if by none. */
    static Set<HttpMethod> methods(HttpServletRequest request, Caller caller) {
        var methods = ALL.stream()
                .filter(rule -> rule.isOn(request) && rule.isFor(caller))
                .flatMap(Rule::methods)
                .collect(toSet());
        return methods.isEmpty() && isAmong(FOR_ANYBODY, request) ? Set.of(GET, HEAD) : methods;
    }

    private static boolean isAmong(List<String> paths, HttpServletRequest request) {
        return paths.stream()
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .anyMatch(path -> path.matches(request));
    }

    private record Callers(List<String> authorities) {

        Rule on(HttpMethod method, String... paths) {
            return new Rule(method, List.of(paths), authorities);
        }
    }

    private static Callers may(Authority... those) {
        return new Callers(Stream.of(those).map(Authority::authority).toList());
    }

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        for (var rule : ALL) {
            var paths = rule.paths().toArray(String[]::new);
            var authorities = rule.authorities().toArray(String[]::new);
            doors.requestMatchers(rule.method(), paths).hasAnyAuthority(authorities);
            if (rule.method().equals(GET)) {
                doors.requestMatchers(HEAD, paths).hasAnyAuthority(authorities);
            }
        }
    }
}
