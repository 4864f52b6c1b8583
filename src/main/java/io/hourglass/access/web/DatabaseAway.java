package io.hourglass.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the database is away nobody can be known, which is not the caller's fault, nor ours. */
final class DatabaseAway extends OncePerRequestFilter {

    private final Refusals refusals;

    DatabaseAway(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            logger.warn("The database does not answer: " + e);
            refusals.databaseAway(request, response);
        }
    }
}
