package io.hourglass.access.web;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.ChangeAccounts;
import io.hourglass.access.accounts.MakeAccounts;
import io.hourglass.access.accounts.MakeAccounts.Wanted;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final MakeAccounts make;
    private final ChangeAccounts change;

    AccountApi(Accounts accounts, MakeAccounts make, ChangeAccounts change) {
        this.accounts = accounts;
        this.make = make;
        this.change = change;
    }

    /** An account, without its password. */
    record AccountView(String name, Role role, @Nullable String party) {

        static AccountView of(Account account) {
            return new AccountView(account.name(), account.role(), account.party());
        }
    }

    @Schema(example = "{\"role\": \"SUPPLIER\", \"party\": \"supplier-3\", \"password\": \"correct horse battery\"}")
    record NewAccount(
            @NotNull Role role,
            @Schema(description = "The id of the supplier that a SUPPLIER acts for, or of a BUYER; else left out.")
                    @Nullable
                    String party,
            @NotNull @Schema(description = "12 to 128 characters, not one that many use.") String password) {

        Wanted named(String name) {
            return new Wanted(name, role, party, password);
        }

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
    AccountView put(
            @Parameter(description = "1 to 64 characters, none of them a control.") @PathVariable String name,
            @Valid @RequestBody NewAccount given) {
        return AccountView.of(make.put(given.named(name), caller()));
    }

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Close an account",
            description =
                    "Nobody signs in with it any more, and its open sessions end. Its name stays taken, so that what was"
                            + " done under it is nobody else's; operations can reopen it on its page. Nobody closes its own.")
    ResponseEntity<Void> close(@PathVariable String name) {
        change.close(name, caller());
        return ResponseEntity.noContent().build();
    }

    private static Caller caller() {
        return Callers.current().orElseThrow();
    }
}
