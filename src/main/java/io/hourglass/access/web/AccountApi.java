package io.hourglass.access.web;

import io.hourglass.access.Account;
import io.hourglass.access.Accounts;
import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.NotAllowed;
import io.hourglass.access.Passwords;
import io.hourglass.access.Role;
import io.hourglass.access.SignIn;
import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import io.hourglass.audit.Pseudonyms;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.NotKnown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of people who sign in with a password. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "Access")
class AccountApi {

    private final Accounts accounts;
    private final SignIn signIn;
    private final PasswordEncoder encoder;
    private final Actions actions;
    private final Pseudonyms pseudonyms;

    AccountApi(Accounts accounts, SignIn signIn, PasswordEncoder encoder, Actions actions, Pseudonyms pseudonyms) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.encoder = encoder;
        this.actions = actions;
        this.pseudonyms = pseudonyms;
    }

    /** An account, without its password. */
    record AccountView(String name, Role role, @Nullable String party) {

        static AccountView of(Account account) {
            return new AccountView(account.name(), account.role(), account.party());
        }
    }

    @Schema(example = "{\"role\": \"SUPPLIER\", \"party\": \"supplier-3\", \"password\": \"correct horse battery\"}")
    record NewAccount(
            @NotNull(message = "given") Role role,
            @Schema(description = "The id of the supplier that a SUPPLIER acts for, or of a BUYER; else left out.")
                    @Nullable
                    String party,
            @NotNull(message = "given") @Schema(description = "12 to 128 characters, not one that many use.")
                    String password) {

        @Override
        public String toString() {
            return role + " " + party;
        }
    }

    @GetMapping
    @Operation(summary = "Who can sign in with a password", description = "Those that were made here, by name.")
    @Transactional(readOnly = true)
    List<AccountView> all() {
        return accounts.all().stream().map(AccountView::of).toList();
    }

    @PutMapping("/{name}")
    @Operation(
            summary = "Make an account, or replace it",
            description = "Its open sessions end. Auditors' accounts are made by auditors, all others by operations.")
    @Transactional
    AccountView put(
            @Parameter(description = "1 to 64 characters, none of them a control.") @PathVariable String name,
            @Valid @RequestBody NewAccount given) {
        if (signIn.isFixed(name)) {
            throw new BadInput("name", name, "none of the configuration's own");
        }
        var known = accounts.find(name);
        if (known.isEmpty()) {
            ExternalId.checkNew("name", name, ExternalId.MAX_LENGTH);
        }
        Stream.concat(known.stream().map(Account::role), Stream.of(given.role()))
                .forEach(AccountApi::checkMayMake);
        var hash = encoder.encode(Passwords.checked(given.password(), name));
        var account = new Account(name, given.role(), given.party(), hash, caller().person());
        accounts.put(account);
        note(Action.PUT_AN_ACCOUNT, name, account.role().name());
        return AccountView.of(account);
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Remove an account", description = "Its open sessions end.")
    @Transactional
    ResponseEntity<Void> remove(@PathVariable String name) {
        var known = accounts.find(name).orElseThrow(() -> new NotKnown("account", name));
        checkMayMake(known.role());
        accounts.remove(name);
        note(Action.REMOVE_AN_ACCOUNT, name, "");
        return ResponseEntity.noContent().build();
    }

    /** Who decides what operations may not is made by its own kind, else operations could make it to decide for itself. */
    private static void checkMayMake(Role role) {
        var maker = role == Role.AUDITOR ? Role.AUDITOR : Role.OPERATIONS;
        if (!caller().is(maker)) {
            throw new NotAllowed(
                    maker == Role.AUDITOR
                            ? "Accounts of auditors are made, changed and removed by auditors, the first by the configuration."
                            : "Auditors make, change and remove accounts of auditors alone.");
        }
    }

    private static Caller caller() {
        return Callers.current().orElseThrow();
    }

    /** Under a pseudonym: the name is a person's. */
    private void note(Action action, String name, String details) {
        actions.note(action, String.valueOf(pseudonyms.given(List.of(name)).get(name)), details);
    }
}
