package io.hourglass.chat.intake;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts accounts on the marketplace's list, by hand or as they are first named. As a buyer each is a colleague from then on (C10). */
@Component
class AccountsOfShops {

    private static final int MERGED_AT_MOST = 16;

    private final ChatAccounts accounts;
    private final Suppliers suppliers;
    private final ChatsOfBuyer chats;

    AccountsOfShops(ChatAccounts accounts, Suppliers suppliers, ChatsOfBuyer chats) {
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.chats = chats;
    }

    /**
     * The account to which belongs what occurred at that instant: where the one named has been merged by then, the one it was
     * merged into.
     *
     * @param shop whose it is; null if it is known
     * @throws InvalidInput if it is not known and no shop is named, or it is another shop's
     */
    ChatAccount named(AccountId id, @Nullable SupplierId shop, Instant occurredAt, Instant now) {
        return merged(onList(id, shop, now), occurredAt);
    }

    /** The id of that account; one that is not known stands for itself. */
    AccountId standingFor(AccountId id, Instant occurredAt) {
        return accounts.find(id)
                .map(account -> merged(account, occurredAt).id())
                .orElse(id);
    }

    /** The account itself, which is on the list from here on. */
    ChatAccount onList(AccountId id, @Nullable SupplierId shop, Instant now) {
        var account = accounts.find(id).orElseGet(() -> add(id, shop, now));
        if (shop != null && !account.shop().equals(shop)) {
            throw new InvalidInput("shop", shop, "the shop of the account " + id);
        }
        return account;
    }

    private ChatAccount add(AccountId id, @Nullable SupplierId shop, Instant now) {
        if (shop == null) {
            throw new InvalidInput("account", id, "an account that is known, or named with its shop");
        }
        ExternalId.checkNew("account", id.value(), AccountId.MAX_LENGTH);
        if (ExternalId.isOwn(shop.value())) {
            throw new InvalidInput("shop", shop, "the id of a shop, which begins with no colon");
        }
        suppliers.met(shop, now);
        var account = ChatAccount.builder().id(id).shop(shop).firstSeenAt(now).build();
        accounts.add(account);
        chats.judgeAgain(new BuyerId(id.value()), shop::equals, new Cause(Cause.Kind.FACT, "account " + id));
        return account;
    }

    private ChatAccount merged(ChatAccount first, Instant occurredAt) {
        var account = first;
        for (var step = 0; step < MERGED_AT_MOST; step++) {
            var into = account.mergedInto();
            var at = account.closedAt();
            if (into == null || at == null || occurredAt.isBefore(at)) {
                return account;
            }
            account = accounts.find(into).orElseThrow();
        }
        return account;
    }
}
