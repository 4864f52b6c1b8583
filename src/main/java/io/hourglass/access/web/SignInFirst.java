package io.hourglass.access.web;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.SentForm;
import io.hourglass.access.proofs.Refusals;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the login page, but for what would be lost on the way, a form, and for a program that takes no page. */
final class SignInFirst implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
    private final Refusals refusals;

    SignInFirst(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (!SentForm.isOne(request) && !PageWanted.isRuledOutBy(request)) {
            login.commence(request, response, e);
        } else {
            refusals.commence(request, response, e);
        }
    }

    static boolean looks(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
