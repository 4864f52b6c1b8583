package io.hourglass.access.web;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** While the database is unavailable nobody can be authenticated, which is neither the caller's fault nor ours. */
final class DatabaseUnavailableFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;
    private final RefusalPage page;

    /** @param problems answers as it does where a call fails for the same reason, and {@code page} a person */
    DatabaseUnavailableFilter(HandlerExceptionResolver problems, RefusalPage page) {
        this.problems = problems;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            if (PageWanted.by(request)) {
                page.show(request, response, Why.LATER, "");
            } else {
                problems.resolveException(request, response, null, e);
            }
        }
    }
}
