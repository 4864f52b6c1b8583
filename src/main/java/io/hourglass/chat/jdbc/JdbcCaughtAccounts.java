package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.abnormal.AbnormalRule;
import io.hourglass.chat.abnormal.Catch;
import io.hourglass.chat.abnormal.Limit;
import io.hourglass.chat.abnormal.TextHash;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaughtAccounts implements CaughtAccounts {

    private final JdbcClient jdbc;

    JdbcCaughtAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(CaughtAccount account) {
        jdbc.sql(
                        """
                        insert into hourglass.caught_account (id, buyer, state, caught_at, recorded_at, policy_version)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        account.id(),
                        account.buyer().value(),
                        account.state().name(),
                        UtcColumn.of(account.caughtAt()),
                        UtcColumn.of(account.recordedAt()),
                        account.policyVersion())
                .update();
        var caught = account.caught();
        if (caught != null) {
            addCatch(account.id(), caught);
        }
        if (account.decision() != null) {
            decide(account);
        }
    }

    private void addCatch(String id, Catch caught) {
        var text = caught.seen().text();
        jdbc.sql(
                        """
                        update hourglass.caught_account set rule = ?, seen_since = ?, counted = ?, conversations = ?, text_hash = ?,
                            limit_least = ?, limit_within = ? where id = ?""")
                .params(Arrays.asList(
                        caught.rule().name(),
                        UtcColumn.of(caught.seen().since()),
                        caught.seen().counted(),
                        caught.seen().conversations(),
                        text == null ? null : text.value(),
                        caught.limit().least(),
                        caught.limit().within().toString(),
                        id))
                .update();
    }

    @Override
    public Optional<CaughtAccount> find(String id) {
        return find(id, "");
    }

    @Override
    public Optional<CaughtAccount> lock(String id) {
        return find(id, " for update");
    }

    private Optional<CaughtAccount> find(String id, String lock) {
        return jdbc.sql("select * from hourglass.caught_account where id = ?" + lock)
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public void decide(CaughtAccount account) {
        var decision = account.decision();
        jdbc.sql(
                        """
                        update hourglass.caught_account set state = ?, decided_by = ?,
                            decided_at = cast(? as timestamp(3) with time zone), reason = ? where id = ?""")
                .params(Arrays.asList(
                        account.state().name(),
                        decision == null ? null : decision.by(),
                        decision == null ? null : UtcColumn.of(decision.at()),
                        decision == null ? null : decision.reason(),
                        account.id()))
                .update();
    }

    @Override
    public List<CaughtAccount> of(Collection<BuyerId> buyers) {
        return jdbc.sql("select * from hourglass.caught_account where buyer = any (?)")
                .param(new SqlArrayValue(
                        "varchar", buyers.stream().map(BuyerId::value).toArray()))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<CaughtAccount> latest(@Nullable CatchState state, long offset, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.caught_account where state = any (?)
                        order by recorded_at desc, id limit ? offset ?""")
                .params(
                        new SqlArrayValue(
                                "varchar",
                                (state == null ? List.of(CatchState.values()) : List.of(state))
                                        .stream().map(Enum::name).toArray()),
                        limit,
                        offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<CatchState, Long> counts() {
        return jdbc
                .sql("select state, count(*) as number from hourglass.caught_account group by state")
                .query((row, number) -> Map.entry(CatchState.valueOf(row.getString("state")), row.getLong("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void rename(BuyerId buyer, BuyerId replacement) {
        jdbc.sql(
                        """
                        update hourglass.caught_account set buyer = ?, reason = case when reason is null then null else '' end
                        where buyer = ?""")
                .params(replacement.value(), buyer.value())
                .update();
    }

    @Override
    public void renameDecider(String name, String replacement) {
        jdbc.sql("update hourglass.caught_account set decided_by = ? where decided_by = ?")
                .params(replacement, name)
                .update();
    }

    private static CaughtAccount read(ResultSet row) throws SQLException {
        var buyer = new BuyerId(row.getString("buyer"));
        return CaughtAccount.builder()
                .id(row.getString("id"))
                .buyer(buyer)
                .caught(readCatch(row, buyer))
                .state(CatchState.valueOf(row.getString("state")))
                .caughtAt(UtcColumn.read(row, "caught_at"))
                .recordedAt(UtcColumn.read(row, "recorded_at"))
                .policyVersion(row.getInt("policy_version"))
                .decision(readDecision(row))
                .build();
    }

    private static @Nullable Catch readCatch(ResultSet row, BuyerId buyer) throws SQLException {
        var rule = row.getString("rule");
        if (rule == null) {
            return null;
        }
        var text = row.getString("text_hash");
        var seen = new Catch.Seen(
                UtcColumn.read(row, "seen_since"),
                row.getInt("counted"),
                row.getInt("conversations"),
                text == null ? null : new TextHash(text));
        var limit = new Limit(row.getInt("limit_least"), Duration.parse(row.getString("limit_within")));
        return new Catch(AbnormalRule.valueOf(rule), buyer, UtcColumn.read(row, "caught_at"), seen, limit);
    }

    private static CaughtAccount.@Nullable Decision readDecision(ResultSet row) throws SQLException {
        var at = UtcColumn.readNullable(row, "decided_at");
        return at == null ? null : new CaughtAccount.Decision(row.getString("decided_by"), at, row.getString("reason"));
    }
}
