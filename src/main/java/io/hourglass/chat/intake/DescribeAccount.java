package io.hourglass.chat.intake;

import io.hourglass.batch.Batched;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what the marketplace says of the accounts of shops. */
@Component
public class DescribeAccount {

    public static final int LONGEST_NAME = 200;

    private final AccountsOfShops shops;
    private final ChatAccounts accounts;
    private final Clock clock;

    DescribeAccount(AccountsOfShops shops, ChatAccounts accounts, Clock clock) {
        this.shops = shops;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param name up to 200 characters; null to leave it as it is
     */
    public record Description(AccountId account, SupplierId shop, @Nullable String name) {

        /** @throws InvalidInput if the name cannot be kept or is too long */
        public Description {
            if (name != null) {
                StoredText.check("name", name);
                if (name.length() > LONGEST_NAME) {
                    throw new InvalidInput("name", name, "at most " + LONGEST_NAME + " characters");
                }
            }
        }
    }

    /**
     * @param into the account of the same shop to which belongs from now on what names the account; null if it is closed only
     */
    public record Closure(AccountId account, @Nullable AccountId into) {}

    /**
     * Puts an account on the marketplace's list, or gives it another name.
     *
     * @throws InvalidInput if it is another shop's
     */
    @Batched
    public ChatAccount describe(Description described) {
        var account = shops.onList(described.account(), described.shop(), clock.instant());
        if (described.name() != null) {
            account = account.withName(described.name());
            accounts.change(account);
        }
        return account;
    }

    /**
     * The account is in use no more. What is told of it later is kept as before; of one that is merged into another it belongs to
     * that one. Published numbers stay as they are. To say the same again changes nothing.
     *
     * @throws NotFound if there is no such account
     * @throws InvalidInput if the other is not another account of the same shop that is in use
     */
    @Batched
    public ChatAccount close(Closure closure) {
        var account = known(closure.account());
        var into = closure.into();
        if (account.closedAt() != null && Objects.equals(into, account.mergedInto())) {
            return account;
        }
        if (into != null) {
            checkInto(account, known(into));
        }
        var closed = account.withClosedAt(clock.instant()).withMergedInto(into);
        accounts.change(closed);
        return closed;
    }

    private static void checkInto(ChatAccount account, ChatAccount into) {
        if (into.id().equals(account.id()) || !into.shop().equals(account.shop()) || into.closedAt() != null) {
            throw new InvalidInput("into", into.id(), "another account of the same shop, which is in use");
        }
    }

    private ChatAccount known(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("account", id.value()));
    }
}
