package io.hourglass.access.jdbc;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from hourglass.account where name = ? and closed_at is null")
                .param(name)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql("select * from hourglass.account where closed_at is null order by name")
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<KeptAccount> kept(String name) {
        return jdbc.sql("select * from hourglass.account where name = ?")
                .param(name)
                .query((row, number) -> readKept(row))
                .optional();
    }

    @Override
    public List<KeptAccount> kept() {
        return jdbc.sql("select * from hourglass.account order by name")
                .query((row, number) -> readKept(row))
                .list();
    }

    @Override
    public void close(String name, Instant at, @Nullable String mergedInto) {
        jdbc.sql("update hourglass.account set closed_at = ?, merged_into = ?, sessions = sessions + 1 where name = ?")
                .param(1, UtcColumn.of(at))
                .param(2, mergedInto, Types.VARCHAR)
                .param(3, name)
                .update();
        removeLink(name);
        if (mergedInto != null) {
            jdbc.sql("update hourglass.account set merged_into = ? where merged_into = ?")
                    .params(mergedInto, name)
                    .update();
        }
    }

    @Override
    public void reopen(String name) {
        jdbc.sql("update hourglass.account set closed_at = null, merged_into = null where name = ?")
                .param(name)
                .update();
    }

    @Override
    public void endSessions(String name) {
        jdbc.sql("update hourglass.account set sessions = sessions + 1 where name = ?")
                .param(name)
                .update();
    }

    @Override
    public void signedIn(String name, Instant at) {
        jdbc.sql("update hourglass.account set signed_in_at = ? where name = ?")
                .params(UtcColumn.of(at), name)
                .update();
    }

    @Override
    public void put(Account account) {
        var known = jdbc.sql(
                        "update hourglass.account set role = ?, party = ?, password_hash = ?, person = ? where name = ?")
                .params(
                        account.role().name(),
                        account.party(),
                        account.passwordHash(),
                        account.person(),
                        account.name())
                .update();
        if (known == 0) {
            add(account);
        } else {
            removeLink(account.name());
        }
    }

    private void removeLink(String name) {
        jdbc.sql("delete from hourglass.password_link where account = ?")
                .param(name)
                .update();
    }

    private void add(Account account) {
        jdbc.sql("insert into hourglass.account (name, role, party, password_hash, person) values (?, ?, ?, ?, ?)")
                .params(
                        account.name(),
                        account.role().name(),
                        account.party(),
                        account.passwordHash(),
                        account.person())
                .update();
    }

    @Override
    public List<String> of(BuyerId buyer) {
        return jdbc.sql("select name from hourglass.account where role = ? and party = ? order by name")
                .params(Role.BUYER.name(), buyer.value())
                .query(String.class)
                .list();
    }

    @Override
    public List<Account> actingFor(Role role, Collection<String> parties) {
        return jdbc.sql(
                        """
                        select * from hourglass.account
                        where party = any (?) and role = ? and closed_at is null order by name""")
                .params(new SqlArrayValue("varchar", parties.toArray()), role.name())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Account> in(Role role) {
        return jdbc.sql("select * from hourglass.account where role = ? and closed_at is null order by name")
                .param(role.name())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public boolean remove(String name) {
        return jdbc.sql("delete from hourglass.account where name = ?")
                        .param(name)
                        .update()
                > 0;
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("party"),
                row.getString("password_hash"),
                row.getString("person"),
                row.getInt("sessions"));
    }

    private static KeptAccount readKept(ResultSet row) throws SQLException {
        return new KeptAccount(
                read(row),
                UtcColumn.readNullable(row, "signed_in_at"),
                UtcColumn.readNullable(row, "closed_at"),
                row.getString("merged_into"));
    }
}
