package io.hourglass.access.jdbc;

import io.hourglass.access.Role;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.kernel.BuyerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String name) {
        return jdbc.sql("select * from hourglass.account where name = ?")
                .param(name)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql("select * from hourglass.account order by name")
                .query((row, number) -> read(row))
                .list();
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
        }
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
                row.getString("person"));
    }
}
