package io.hourglass.access.web;

import io.hourglass.access.accounts.PasswordLinks;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.proofs.LoginThrottle;
import io.hourglass.access.proofs.Refusals;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind a one-time link: a new password without the old one, and without a sign-in. A token that opens nothing counts
 * as a wrong one of its address, as at the login.
 */
@Hidden
@Controller
@ConditionalOnWebApplication
class ForgottenPassword {

    private static final String ADDRESS = "/password/reset/{token}";

    private final PasswordLinks links;
    private final LoginThrottle throttle;
    private final Refusals refusals;

    ForgottenPassword(PasswordLinks links, LoginThrottle throttle, Refusals refusals) {
        this.links = links;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(@PathVariable String token, HttpServletRequest request) {
        throttle.check(ClientAddress.of(request.getRemoteAddr()));
        return links.accountOf(token)
                .map(account -> page(token, account, null, HttpStatus.OK))
                .orElseGet(() -> none(request));
    }

    @PostMapping(ADDRESS)
    ModelAndView set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        throttle.check(ClientAddress.of(request.getRemoteAddr()));
        var account = links.accountOf(token);
        if (account.isEmpty()) {
            return none(request);
        }
        if (!next.equals(again)) {
            return page(token, account.get(), "again", HttpStatus.BAD_REQUEST);
        }
        try {
            links.use(token, next);
            return new ModelAndView("redirect:/login?changed");
        } catch (InvalidInput e) {
            return page(token, account.get(), e.field(), HttpStatus.BAD_REQUEST);
        } catch (NotFound e) {
            return none(request);
        }
    }

    /** Too many that opened nothing came from the address. */
    @ExceptionHandler
    void tooMany(LoginThrottle.RateLimited e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.tooMany(request, response, e.retryAfter().toSeconds());
    }

    private ModelAndView none(HttpServletRequest request) {
        throttle.failed(ClientAddress.of(request.getRemoteAddr()));
        return new ModelAndView("password-reset", Map.of(), HttpStatus.NOT_FOUND);
    }

    private static ModelAndView page(String token, String account, @Nullable String broken, HttpStatus status) {
        return new ModelAndView("password-reset", Map.of("token", token, "account", account), status)
                .addObject("broken", broken);
    }
}
