package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChatAccounts implements ChatAccounts {

    private static final Insert ACCOUNT = Insert.byKey(
            1,
            """
            insert into hourglass.chat_account (id, shop, name, first_seen_at, closed_at, merged_into)
            values (?, ?, ?, ?, cast(? as timestamp(3) with time zone), ?)""");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<AccountId, ChatAccount> known;

    JdbcChatAccounts(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.known = new TransactionCache<>(rows, this::load);
    }

    @Override
    public Map<AccountId, ChatAccount> find(Collection<AccountId> ids) {
        return known.find(ids);
    }

    @Override
    public void add(ChatAccount account) {
        rows.add(
                ACCOUNT,
                account.id().value(),
                account.shop().value(),
                account.name(),
                UtcColumn.of(account.firstSeenAt()),
                UtcColumn.ofNullable(account.closedAt()),
                into(account));
        known.put(account.id(), account);
    }

    @Override
    public void change(ChatAccount account) {
        jdbc.sql(
                        "update hourglass.chat_account set name = ?, closed_at = cast(? as timestamp(3) with time zone), merged_into = ? where id = ?")
                .params(Arrays.asList(
                        account.name(),
                        UtcColumn.ofNullable(account.closedAt()),
                        into(account),
                        account.id().value()))
                .update();
        known.put(account.id(), account);
    }

    private static @Nullable String into(ChatAccount account) {
        var into = account.mergedInto();
        return into == null ? null : into.value();
    }

    @Override
    public List<ChatAccount> of(SupplierId shop) {
        return jdbc
                .sql("select * from hourglass.chat_account where shop = ?")
                .param(shop.value())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(ChatAccount::id))
                .toList();
    }

    @Override
    public List<SupplierId> shops() {
        return jdbc
                .sql("select distinct shop from hourglass.chat_account")
                .query((row, number) -> new SupplierId(row.getString("shop")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public List<ChatAccount> all() {
        return jdbc.sql("select * from hourglass.chat_account").query((row, number) -> read(row)).list().stream()
                .sorted(Comparator.comparing(ChatAccount::shop).thenComparing(ChatAccount::id))
                .toList();
    }

    private Map<AccountId, ChatAccount> load(Set<AccountId> ids) {
        return jdbc
                .sql("select * from hourglass.chat_account where id = any (?)")
                .param(new SqlArrayValue(
                        "varchar", ids.stream().map(AccountId::value).toArray()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(ChatAccount::id, account -> account));
    }

    private static ChatAccount read(ResultSet row) throws SQLException {
        var into = row.getString("merged_into");
        return ChatAccount.builder()
                .id(new AccountId(row.getString("id")))
                .shop(new SupplierId(row.getString("shop")))
                .name(row.getString("name"))
                .firstSeenAt(UtcColumn.read(row, "first_seen_at"))
                .closedAt(UtcColumn.readNullable(row, "closed_at"))
                .mergedInto(into == null ? null : new AccountId(into))
                .build();
    }
}
