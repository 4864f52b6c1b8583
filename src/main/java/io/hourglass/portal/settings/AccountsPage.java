package io.hourglass.portal.settings;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.MakeAccounts;
import io.hourglass.access.accounts.Makers;
import io.hourglass.access.accounts.PasswordLinks.Made;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final CsvList<Named<AccountRow>> FILE = CsvList.<Named<AccountRow>>named("accounts")
            .column("login.name", one -> one.row().name())
            .words("login.role", "settings.role.", one -> one.row().role())
            .column("login.party", one -> one.row().party())
            .column("csv.party", one -> one.row().calledIn(one.called()))
            .column("settings.accounts.signedIn", one -> one.row().signedInAt())
            .words("settings.state", "settings.accounts.", one -> one.row().state())
            .column("csv.closedAt", one -> one.row().kept().closedAt())
            .column("csv.mergedInto", one -> one.row().kept().mergedInto());

    private final Accounts accounts;
    private final SignIn signIn;
    private final MakeAccounts make;
    private final AccountParty parties;
    private final PartyNames names;
    private final CsvFiles csv;
    private final SettingsPageSupport pages;

    AccountsPage(
            Accounts accounts,
            SignIn signIn,
            MakeAccounts make,
            AccountParty parties,
            PartyNames names,
            CsvFiles csv,
            SettingsPageSupport pages) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.make = make;
        this.parties = parties;
        this.names = names;
        this.csv = csv;
        this.pages = pages;
    }

    /**
     * What the form holds.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String name, String role, AccountParty.Fields party, String broken) {

        static final Form EMPTY = new Form("", "", AccountParty.Fields.EMPTY, "");
    }

    @GetMapping(ADDRESS)
    @Transactional(readOnly = true)
    ModelAndView show() {
        return page(Form.EMPTY, HttpStatus.OK);
    }

    /** The same as a file. */
    @GetMapping(path = ADDRESS, params = CsvList.ASKED)
    void file(HttpServletResponse response) throws IOException {
        var rows = rows();
        csv.send(
                FILE,
                part -> part.cut(rows).map(some -> names.named(some, AccountRow::buyer, AccountRow::supplier)),
                response);
    }

    @PostMapping(ADDRESS)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            AccountParty.Asked party,
            RedirectAttributes flash) {
        var wanted = StoredText.typed(name);
        var acts = parties.taken(party, role, null);
        try {
            var reader = SettingsPageSupport.caller();
            var as = role(role);
            if (acts.isBroken() && Makers.mayMake(as, reader)) {
                return page(new Form(wanted, role, acts.fields(), ""), HttpStatus.BAD_REQUEST);
            }
            var made = make.make(wanted, as, acts.id(), reader);
            linkOnce(made, wanted, flash);
            return pages.done(ADDRESS, flash, "settings.accounts.made", wanted);
        } catch (InvalidInput e) {
            var fields = acts.fields().refused(e.field(), role);
            return page(new Form(wanted, role, fields, e.field()), HttpStatus.BAD_REQUEST);
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

    /** That the reader may make. */
    static List<Role> roles(Caller reader) {
        return Stream.of(Role.OPERATIONS, Role.AUDITOR, Role.SUPPLIER, Role.BUYER)
                .filter(role -> Makers.mayMake(role, reader))
                .toList();
    }

    private ModelAndView page(Form form, HttpStatus status) {
        var roles = roles(SettingsPageSupport.caller());
        return pages.page("accounts", Map.of("rows", rows(), "roles", roles, "form", form), status);
    }

    private List<AccountRow> rows() {
        var reader = SettingsPageSupport.caller();
        return Stream.concat(
                        signIn.fixed().map(AccountRow::fixed),
                        accounts.kept().stream().map(one -> AccountRow.of(one, reader)))
                .toList();
    }
}
