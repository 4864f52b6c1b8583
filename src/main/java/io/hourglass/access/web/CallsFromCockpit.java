package io.hourglass.access.web;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes in the ledger the calls that change something in the engine, made from Cockpit, which asks for no reason. A call is
 * noted before it is let through, so that nothing is done without a note; what the engine then refuses is noted too.
 */
final class CallsFromCockpit extends OncePerRequestFilter {

    private static final String API = "/camunda/api/";

    private final Actions actions;
    private final TransactionOperations transactions;

    CallsFromCockpit(Actions actions, TransactionOperations transactions) {
        this.actions = actions;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CockpitCalls.acts(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var about = path.startsWith(API) ? path.substring(API.length()) : path;
        transactions.executeWithoutResult(all ->
                actions.note(Action.CALL_THE_ENGINE, about, request.getMethod() + ", where no reason is asked for"));
        chain.doFilter(request, response);
    }
}
