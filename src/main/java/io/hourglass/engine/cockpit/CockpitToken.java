package io.hourglass.engine.cockpit;

import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_HEADER_NAME;
import static org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a call that could change something and does not bring the token of its session. Cockpit's own filter, behind
 * this one, would end the session as well, so that any foreign page could sign a user out. The token's cookie is sent
 * over HTTPS alone where the session's is.
 */
final class CockpitToken extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (changesNothing(request) || bringsToken(request)) {
            var secure = request.getServletContext().getSessionCookieConfig().isSecure();
            chain.doFilter(request, secure ? new SecureCookies(response) : response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The call does not bring the token of its session.");
        }
    }

    private static boolean changesNothing(HttpServletRequest request) {
        return CSRF_NON_MODIFYING_METHODS_PATTERN.matcher(request.getMethod()).matches();
    }

    private static boolean bringsToken(HttpServletRequest request) {
        var session = request.getSession(false);
        var token = session == null ? null : session.getAttribute(CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CSRF_TOKEN_HEADER_NAME));
    }

    /** Cockpit writes its cookie as a header. */
    private static final class SecureCookies extends HttpServletResponseWrapper {

        private static final String SECURE = ";Secure";

        private SecureCookies(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            var written = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.contains(SECURE);
            super.addHeader(name, written ? value + SECURE : value);
        }
    }
}
