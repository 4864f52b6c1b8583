package io.hourglass.access.web;

import io.hourglass.access.accounts.ChangePassword;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.proofs.LoginThrottle;
import io.hourglass.access.proofs.Refusals;
import io.hourglass.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** People change the password of their own account, as a call and on a page. The one until now counts as a guess. */
@Controller
@ConditionalOnWebApplication
@Tag(name = "Access")
class OwnPassword {

    private static final String PAGE = "password";

    private final ChangePassword change;
    private final LoginThrottle throttle;
    private final Refusals refusals;

    OwnPassword(ChangePassword change, LoginThrottle throttle, Refusals refusals) {
        this.change = change;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Schema(example = "{\"current\": \"wind in the willows\", \"next\": \"correct horse battery\"}")
    record NewPassword(
            @NotNull String current,
            @NotNull @Schema(description = "12 to 128 characters, not one that many use.") String next) {

        @Override
        public String toString() {
            return "(not shown)";
        }
    }

    @PostMapping("/api/password")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one’s own password", description = "The account's open sessions end.")
    void put(@Valid @RequestBody NewPassword given, HttpServletRequest request) {
        change(given.current(), given.next(), request);
    }

    @Hidden
    @GetMapping("/password")
    String show(Model model) {
        if (!change.isPossible(Callers.current().map(Caller::name).orElseThrow())) {
            model.addAttribute("broken", "account");
        }
        return PAGE;
    }

    @Hidden
    @PostMapping("/password")
    String change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        try {
            if (!next.equals(again)) {
                throw new InvalidInput("again", "(not shown)", "the same twice");
            }
            change(current, next, request);
            return "redirect:/login?changed";
        } catch (InvalidInput e) {
            model.addAttribute("broken", e.field());
        } catch (LoginThrottle.RateLimited e) {
            model.addAttribute("broken", "wait");
        }
        return PAGE;
    }

    /** Of the call; the page says it itself. */
    @ExceptionHandler
    void tooManyGuesses(LoginThrottle.RateLimited e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.tooMany(request, response, e.retryAfter().toSeconds());
    }

    private void change(String current, String next, HttpServletRequest request) {
        var name = Callers.current().map(Caller::name).orElseThrow();
        var address = ClientAddress.of(request.getRemoteAddr());
        throttle.guess(name, address);
        try {
            change.change(name, current, next);
            throttle.succeeded(name, address);
        } catch (InvalidInput e) {
            if (!e.field().equals("current")) {
                throttle.notLookedAt(name, address);
            }
            throw e;
        }
    }
}
