package io.hourglass.access.login;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.kernel.ids.ExternalId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in; of the sample marketplace it says with which names. */
@Controller
class LoginPage {

    private static final String NAME = LoginPage.class.getName() + ".name";

    private final SignIn accounts;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    LoginPage(SignIn accounts, ObjectProvider<ClientRegistrationRepository> providers) {
        this.accounts = accounts;
        this.providers = providers;
    }

    /** Another place to sign in at. */
    record Provider(String name, String path) {}

    @Transactional(propagation = Propagation.SUPPORTS) // nothing is read
    @GetMapping("/login")
    String show(@RequestParam(defaultValue = "") String username, HttpServletRequest request, Model model) {
        model.addAttribute("name", username.isEmpty() ? keptName(request) : username);
        model.addAttribute("accounts", accounts.known());
        model.addAttribute("samplePassword", SampleAccess.PASSWORD);
        model.addAttribute("sampleKey", SampleAccess.KEY);
        model.addAttribute("providers", providers());
        return "login";
    }

    /** Until the page has been shown once. */
    static void keepName(HttpServletRequest request) {
        var typed = request.getParameter("username");
        var session = request.getSession(false);
        if (session != null && typed != null && typed.length() <= ExternalId.MAX_LENGTH) {
            session.setAttribute(NAME, typed);
        }
    }

    private static String keptName(HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : session.getAttribute(NAME);
        if (kept != null) {
            session.removeAttribute(NAME);
        }
        return kept == null ? "" : kept.toString();
    }

    private List<Provider> providers() {
        var found = new ArrayList<Provider>();
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            for (var one : registrations) {
                if (one instanceof ClientRegistration registration) {
                    found.add(new Provider(
                            registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId()));
                }
            }
        }
        return found;
    }
}
