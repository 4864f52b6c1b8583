package io.hourglass.chat.accounts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.ids.ExternalId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Which supplier a subject of numbers is, or whose account. */
@Component
public class ShopsOfSubjects {

    private final ChatAccounts accounts;

    ShopsOfSubjects(ChatAccounts accounts) {
        this.accounts = accounts;
    }

    /** The ids of suppliers by subject, asked once for many; an account that is not known is absent. */
    public Map<String, String> of(Collection<String> subjects) {
        var ids = subjects.stream().filter(ShopsOfSubjects::isAccount).map(ShopsOfSubjects::account);
        var shops = accounts.find(ids.collect(toSet()));
        return subjects.stream()
                .distinct()
                .filter(subject -> !isAccount(subject) || shops.containsKey(account(subject)))
                .collect(toMap(Function.identity(), subject -> supplier(subject, shops)));
    }

    private static String supplier(String subject, Map<AccountId, ChatAccount> shops) {
        var account = isAccount(subject) ? shops.get(account(subject)) : null;
        return account == null ? subject : account.shop().value();
    }

    private static boolean isAccount(String subject) {
        return subject.startsWith(ExternalId.OWN) && ExternalId.isOne(id(subject), AccountId.MAX_LENGTH);
    }

    private static AccountId account(String subject) {
        return new AccountId(id(subject));
    }

    private static String id(String subject) {
        return subject.substring(ExternalId.OWN.length());
    }
}
