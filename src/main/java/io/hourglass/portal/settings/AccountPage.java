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
    private final AccountParty parties;
    private final SettingsPageSupport pages;

    AccountPage(
            Accounts accounts,
            ChangeAccounts change,
            PasswordLinks links,
            SignIn signIn,
            AccountParty parties,
            SettingsPageSupport pages) {
        this.accounts = accounts;
        this.change = change;
        this.links = links;
        this.signIn = signIn;
        this.parties = parties;
        this.pages = pages;
    }

    /**
     * What the forms hold.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String role, AccountParty.Fields party, String into, String broken) {}

    private Form form(KeptAccount kept) {
        return new Form(kept.account().role().name(), parties.of(kept.account()), "", "");
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
        return page(kept, form(kept), HttpStatus.CONFLICT)
                .addObject("mistake", pages.say("settings.account.isClosed", e.id()));
    }

    @GetMapping
    ModelAndView show(@PathVariable String name) {
        var kept = kept(name);
        return page(kept, form(kept), HttpStatus.OK);
    }

    @PostMapping("/role")
    ModelAndView role(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String role,
            AccountParty.Asked party,
            RedirectAttributes flash) {
        var kept = kept(name);
        var acts = parties.taken(party, role, kept.account().party());
        try {
            var reader = SettingsPageSupport.caller();
            var as = AccountsPage.role(role);
            var may = kept.isOpen() && Makers.mayMake(kept.account().role(), reader) && Makers.mayMake(as, reader);
            if (acts.isBroken() && may) {
                return page(kept, new Form(role, acts.fields(), "", ""), HttpStatus.BAD_REQUEST);
            }
            change.role(name, as, acts.id(), reader);
            return done(name, flash, "settings.account.said.role");
        } catch (InvalidInput e) {
            var fields = acts.fields().refused(e.field(), role);
            return page(kept(name), new Form(role, fields, "", e.field()), HttpStatus.BAD_REQUEST);
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
        var before = form(kept);
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
