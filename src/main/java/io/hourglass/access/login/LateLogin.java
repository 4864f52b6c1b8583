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

/** A login page that was open for so long that its session is over is shown again, with the name. */
public final class LateLogin implements AccessDeniedHandler {

    private static final String PAGE = "/login";

    private final AccessDeniedHandler others;

    public LateLogin(AccessDeniedHandler others) {
        this.others = others;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException && request.getRequestURI().equals(PAGE) && PageWanted.by(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.setAttribute("late", true);
            request.getRequestDispatcher(PAGE).forward(new Look(request), response);
        } else {
            others.handle(request, response, e);
        }
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
