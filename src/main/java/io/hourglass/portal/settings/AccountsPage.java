package io.hourglass.portal.settings;

import io.hourglass.access.Caller;
import io.hourglass.access.Role;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.MakeAccounts;
import io.hourglass.access.accounts.Makers;
import io.hourglass.access.accounts.PasswordLinks.Made;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of people: all of them, and a form for a new one. */
@Page
class AccountsPage {

    static final String ADDRESS = "/settings/accounts";

    private final Accounts accounts;
    private final SignIn signIn;
    private final MakeAccounts make;
    private final SettingsPageSupport pages;

    AccountsPage(Accounts accounts, SignIn signIn, MakeAccounts make, SettingsPageSupport pages) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.make = make;
        this.pages = pages;
    }

    /**
     * What the form holds.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String name, String role, String party, String broken) {

        static final Form EMPTY = new Form("", "", "", "");
    }

    @GetMapping(ADDRESS)
    @Transactional(readOnly = true)
    ModelAndView show() {
        return page(Form.EMPTY, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String party,
            RedirectAttributes flash) {
        var wanted = StoredText.typed(name);
        try {
            var made = make.make(wanted, role(role), party(party), SettingsPageSupport.caller());
            linkOnce(made, wanted, flash);
            return pages.done(ADDRESS, flash, "settings.accounts.made", wanted);
        } catch (InvalidInput e) {
            return page(new Form(wanted, role, party, e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    /** For the page that comes next, and no other. */
    static void linkOnce(Made made, String account, RedirectAttributes flash) {
        flash.addFlashAttribute("token", made.token());
        flash.addFlashAttribute("tokenOf", account);
        flash.addFlashAttribute("tokenUntil", made.expiresAt());
    }

    /** @throws InvalidInput if it is none that people have */
    static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("role", name, "one of the list"));
    }

    static @Nullable String party(String typed) {
        var party = StoredText.typed(typed);
        return party.isEmpty() ? null : party;
    }

    /** That the reader may make. */
    static List<Role> roles(Caller reader) {
        return Stream.of(Role.OPERATIONS, Role.AUDITOR, Role.SUPPLIER, Role.BUYER)
                .filter(role -> Makers.mayMake(role, reader))
                .toList();
    }

    private ModelAndView page(Form form, HttpStatus status) {
        var reader = SettingsPageSupport.caller();
        var rows = Stream.concat(
                        signIn.fixed().map(AccountRow::fixed),
                        accounts.kept().stream().map(one -> AccountRow.of(one, reader)))
                .toList();
        return pages.page("accounts", Map.of("rows", rows, "roles", roles(reader), "form", form), status);
    }
}
