package io.hourglass.access.web;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes in the ledger the calls that could change something in the engine, made from its own web applications, which ask
 * for no reason. A call is noted before it is let through, so that nothing is done without a note; what the engine then
 * refuses, a forged form included, is noted too.
 */
final class CallsFromCockpit extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Queries that are posted, and the applications' own login, which opens to nobody. Whatever else is posted acts. */
    private static final Pattern POSTED_QUERY =
            Pattern.compile("/camunda/api/(?:cockpit/.*|admin/auth/.*|engine/engine/default/"
                    + "(?!(?:message|signal|condition|history/cleanup)$)(?:history/)?[a-z-]+(?:/count)?)");

    private static final String API = "/camunda/api/";
    private static final Pattern PERSON = Pattern.compile("(/user/|/members/)[^/]+");

    private final Actions actions;
    private final TransactionOperations transactions;

    CallsFromCockpit(Actions actions, TransactionOperations transactions) {
        this.actions = actions;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                || (request.getMethod().equals("POST")
                        && POSTED_QUERY.matcher(request.getRequestURI()).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = PERSON.matcher(request.getRequestURI()).replaceAll("$1*");
        var about = path.startsWith(API) ? path.substring(API.length()) : path;
        transactions.executeWithoutResult(all ->
                actions.note(Action.CALL_THE_ENGINE, about, request.getMethod() + ", where no reason is asked for"));
        chain.doFilter(request, response);
    }
}
