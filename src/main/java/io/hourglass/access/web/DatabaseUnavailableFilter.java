package io.hourglass.access.web;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
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
            answerLater(request, response, e);
        } catch (ServletException e) {
            var away = away(e);
            if (away == null || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            answerLater(request, response, away);
        }
    }

    private void answerLater(HttpServletRequest request, HttpServletResponse response, RuntimeException why)
            throws IOException, ServletException {
        if (PageWanted.by(request)) {
            page.show(request, response, Why.LATER, "");
        } else {
            problems.resolveException(request, response, null, why);
        }
    }

    /** Why a page broke off that had begun to be written; null if the database was there. */
    private static @Nullable RuntimeException away(Throwable broken) {
        for (var cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException) {
                return (DataAccessException) cause;
            }
            if (cause instanceof CannotCreateTransactionException lost) {
                return lost;
            }
        }
        return null;
    }
}
