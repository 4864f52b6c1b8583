package io.hourglass.chat.accounts;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The marketplace's list of the accounts of shops. */
public interface ChatAccounts {

    default Optional<ChatAccount> find(AccountId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** One that is not known is absent. */
    Map<AccountId, ChatAccount> find(Collection<AccountId> ids);

    void add(ChatAccount account);

    /** Its name, its close and what it was merged into. */
    void change(ChatAccount account);

    /** Ordered by id. */
    List<ChatAccount> of(SupplierId shop);

    /** Those that have accounts, ordered by id. */
    List<SupplierId> shops();

    /** Ordered by shop, then by id. */
    List<ChatAccount> all();
}
