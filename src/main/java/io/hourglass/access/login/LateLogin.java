package io.hourglass.access.login;

import io.hourglass.access.pages.PageWanted;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A page of those who have no session yet, open for so long that its form is not taken, is shown again: the login with its name. */
public final class LateLogin implements AccessDeniedHandler {

    private static final String LOGIN = "/login";
    private static final String NEW_PASSWORD = "/password/reset/";

    private final AccessDeniedHandler others;

    public LateLogin(AccessDeniedHandler others) {
        this.others = others;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException && isOpenToAll(request.getRequestURI()) && PageWanted.by(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.setAttribute("late", true);
            request.getRequestDispatcher(request.getRequestURI()).forward(new Look(request), response);
        } else {
            others.handle(request, response, e);
        }
    }

    private static boolean isOpenToAll(String address) {
        return address.equals(LOGIN) || address.startsWith(NEW_PASSWORD);
    }

    private static final class Look extends HttpServletRequestWrapper {

        Look(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
