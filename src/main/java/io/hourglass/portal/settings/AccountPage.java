package io.hourglass.portal.settings;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.accounts.AccountClosed;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.ChangeAccounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.accounts.Makers;
import io.hourglass.access.accounts.PasswordLinks;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account, and all that may be done to it. */
@Page
@RequestMapping(AccountsPage.ADDRESS + "/{name}")
class AccountPage {

    private final Accounts accounts;
    private final ChangeAccounts change;
    private final PasswordLinks links;
    private final SignIn signIn;
    private final SettingsPageSupport pages;

    AccountPage(
            Accounts accounts, ChangeAccounts change, PasswordLinks links, SignIn signIn, SettingsPageSupport pages) {
        this.accounts = accounts;
        this.change = change;
        this.links = links;
        this.signIn = signIn;
        this.pages = pages;
    }

    /**
     * What the forms hold.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String role, String party, String into, String broken) {

        static Form of(KeptAccount kept) {
            var account = kept.account();
            return new Form(account.role().name(), Objects.requireNonNullElse(account.party(), ""), "", "");
        }
    }

    /** One of the configuration, which has none of that name here, is shown, and nothing is done to it. */
    @ModelAttribute
    void refuseFixed(@PathVariable String name, HttpServletRequest request) {
        if (!request.getMethod().equals(HttpMethod.GET.name()) && isFixed(name)) {
            throw new NotAllowed("Accounts of the configuration are changed there.");
        }
    }

    private boolean isFixed(String name) {
        return accounts.kept(name).isEmpty() && signIn.isFixed(name);
    }

    @ExceptionHandler
    ModelAndView closed(AccountClosed e) {
        var kept = kept(e.id());
        return page(kept, Form.of(kept), HttpStatus.CONFLICT)
                .addObject("mistake", pages.say("settings.account.isClosed", e.id()));
    }

    @GetMapping
    ModelAndView show(@PathVariable String name) {
        var kept = kept(name);
        return page(kept, Form.of(kept), HttpStatus.OK);
    }

    @PostMapping("/role")
    ModelAndView role(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String party,
            RedirectAttributes flash) {
        try {
            change.role(name, AccountsPage.role(role), AccountsPage.party(party), SettingsPageSupport.caller());
            return done(name, flash, "settings.account.said.role");
        } catch (InvalidInput e) {
            return page(kept(name), new Form(role, party, "", e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/link")
    ModelAndView link(@PathVariable String name, RedirectAttributes flash) {
        AccountsPage.linkOnce(links.handOut(name, SettingsPageSupport.caller()), name, flash);
        return done(name, flash, "settings.account.said.link");
    }

    @PostMapping("/sessions-end")
    ModelAndView endSessions(@PathVariable String name, RedirectAttributes flash) {
        change.endSessions(name, SettingsPageSupport.caller());
        return done(name, flash, "settings.account.said.sessions");
    }

    @PostMapping("/closure")
    ModelAndView close(@PathVariable String name, RedirectAttributes flash) {
        try {
            change.close(name, SettingsPageSupport.caller());
            return done(name, flash, "settings.account.said.closed");
        } catch (InvalidInput e) {
            return broken(name, "", e);
        }
    }

    @PostMapping("/reopening")
    ModelAndView reopen(@PathVariable String name, RedirectAttributes flash) {
        change.reopen(name, SettingsPageSupport.caller());
        return done(name, flash, "settings.account.said.reopened");
    }

    @PostMapping("/merger")
    ModelAndView merge(
            @PathVariable String name, @RequestParam(defaultValue = "") String into, RedirectAttributes flash) {
        try {
            change.merge(name, into, SettingsPageSupport.caller());
            return done(name, flash, "settings.account.said.merged", into);
        } catch (NotFound e) {
            throwUnlessOf(into, e);
            return broken(name, into, new InvalidInput("into", into, "an account"));
        } catch (InvalidInput e) {
            return broken(name, into, e);
        }
    }

    /** The other account is typed; the one of the address is not. */
    private static void throwUnlessOf(String into, NotFound e) {
        if (!e.id().equals(into)) {
            throw e;
        }
    }

    private ModelAndView broken(String name, String into, InvalidInput e) {
        var kept = kept(name);
        var before = Form.of(kept);
        return page(kept, new Form(before.role(), before.party(), into, e.field()), HttpStatus.BAD_REQUEST);
    }

    private ModelAndView done(String name, RedirectAttributes flash, String key, @Nullable Object... more) {
        var arguments = new @Nullable Object[more.length + 1];
        arguments[0] = name;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return pages.done(AccountsPage.ADDRESS + "/" + PathSegment.of(name), flash, key, arguments);
    }

    private ModelAndView page(KeptAccount kept, Form form, HttpStatus status) {
        var reader = SettingsPageSupport.caller();
        var fixed = isFixed(kept.name());
        var others = accounts.all().stream()
                .filter(one -> ChangeAccounts.mayBeOne(kept.account(), one))
                .toList();
        return pages.page(
                "account",
                Map.of(
                        "account",
                        kept,
                        "form",
                        form,
                        "others",
                        others,
                        "roles",
                        AccountsPage.roles(reader),
                        "mayChange",
                        !fixed && Makers.mayMake(kept.account().role(), reader),
                        "fixed",
                        fixed,
                        "own",
                        reader.name().equals(kept.name())),
                status);
    }

    private KeptAccount kept(String name) {
        return accounts.kept(name)
                .or(() -> signIn.fixed()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(one -> new KeptAccount(one, null, null, null)))
                .orElseThrow(() -> new NotFound("account", name));
    }
}
