package io.hourglass.portal.names;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.buyers.Buyers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the parties on a page are called: by the names that the marketplace has given, or by their ids (ADR 60). A page asks for
 * all of its rows at once. Templates know it as {@code @names}.
 */
@Component("names")
public class PartyNames {

    private final SupplierNames suppliers;
    private final Buyers buyers;
    private final ChatAccounts accounts;

    PartyNames(SupplierNames suppliers, Buyers buyers, ChatAccounts accounts) {
        this.suppliers = suppliers;
        this.buyers = buyers;
        this.accounts = accounts;
    }

    /**
     * Names by id; one without a name is called by its id.
     *
     * @param accounts those of shops
     */
    public record Called(Map<String, String> buyers, Map<String, String> suppliers, Map<String, String> accounts) {

        /** Null of none. */
        public @Nullable String buyerOrNone(@Nullable Object id) {
            return id == null ? null : buyer(id);
        }

        /** Null of none. */
        public @Nullable String supplierOrNone(@Nullable Object id) {
            return id == null ? null : supplier(id);
        }

        public String buyer(Object id) {
            return buyers.getOrDefault(id.toString(), id.toString());
        }

        public String supplier(Object id) {
            return suppliers.getOrDefault(id.toString(), id.toString());
        }

        public String account(Object id) {
            return accounts.getOrDefault(id.toString(), id.toString());
        }
    }

    /** A row of a list, with what the parties of all of them are called. */
    public record Named<T>(T row, Called called) {}

    /**
     * The rows, with the names of their parties, which are read at once.
     *
     * @param buyer the id of a row's buyer, null for none; likewise the supplier's
     */
    public <T> List<Named<T>> named(
            List<T> rows, Function<T, @Nullable Object> buyer, Function<T, @Nullable Object> supplier) {
        var called = of(
                rows.stream().map(buyer).toList(), rows.stream().map(supplier).toList());
        return rows.stream().map(row -> new Named<>(row, called)).toList();
    }

    /** Of ids in whatever form; those that are null are left out. */
    public Called of(Collection<? extends @Nullable Object> buyers, Collection<? extends @Nullable Object> suppliers) {
        return of(buyers, suppliers, List.of());
    }

    /** The same, with accounts of shops. */
    public Called of(
            Collection<? extends @Nullable Object> buyers,
            Collection<? extends @Nullable Object> suppliers,
            Collection<? extends @Nullable Object> accounts) {
        var ofBuyers = this.buyers.named(ids(buyers).map(BuyerId::new).toList()).entrySet().stream()
                .collect(toMap(one -> one.getKey().value(), Map.Entry::getValue));
        var asked = ids(suppliers).map(SupplierId::new).toList();
        var names = this.suppliers.of(asked);
        var ofAccounts = this.accounts.find(ids(accounts).map(AccountId::new).toList()).values().stream()
                .collect(toMap(account -> account.id().value(), PartyNames::nameOf));
        return new Called(ofBuyers, asked.stream().collect(toMap(SupplierId::value, names)), ofAccounts);
    }

    public String buyer(Object id) {
        return of(List.of(id), List.of()).buyer(id);
    }

    public String supplier(Object id) {
        return of(List.of(), List.of(id)).supplier(id);
    }

    public String account(Object id) {
        return of(List.of(), List.of(), List.of(id)).account(id);
    }

    private static String nameOf(ChatAccount account) {
        var name = account.name();
        return name == null ? account.id().value() : name;
    }

    private static Stream<String> ids(Collection<? extends @Nullable Object> ids) {
        return ids.stream().filter(Objects::nonNull).map(Object::toString).distinct();
    }
}
