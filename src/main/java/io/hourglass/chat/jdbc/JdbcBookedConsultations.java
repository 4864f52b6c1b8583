package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.BookedConsultations;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.ids.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBookedConsultations implements BookedConsultations {

    /** As last booked. */
    private static final String BOOKED =
            """
            from (
              select c.*, coalesce((select e.state from hourglass.verdict_entry e
                where e.case_id = c.id and e.track = 'CHAT' order by e.seq desc limit 1), 'OPEN') as booked
              from hourglass.consultation c where %s and c.recorded_at is not null) of_days
            """;

    private static final String STATE = "case when booked = 'OPEN' and chat_day < ? then 'UNANSWERED' else booked end";

    private static final String COUNTED = "booked not in ('VOID', 'OUT_OF_BOOKS')";

    private final JdbcClient jdbc;

    JdbcBookedConsultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptConsultation> some(Sought sought, LocalDate today, long offset, int limit) {
        var account = sought.account();
        var state = sought.state();
        var params =
                new ArrayList<Object>(List.of(account == null ? sought.shop().value() : account.value(), sought.day()));
        if (state != null) {
            params.addAll(List.of(today, state.name()));
        }
        params.addAll(List.of(limit, offset));
        return jdbc.sql("select * "
                        + BOOKED.formatted((account == null ? "c.shop = ?" : "c.account = ?") + " and c.chat_day = ?")
                        + " where " + COUNTED + (state == null ? "" : " and " + STATE + " = ?")
                        + " order by opened_at, id limit ? offset ?")
                .params(params)
                .query((row, number) -> JdbcConsultations.read(row))
                .list();
    }

    @Override
    public Map<AccountId, Map<LocalDate, DayCount>> counts(
            SupplierId shop, LocalDate from, LocalDate to, LocalDate today) {
        var byAccount = new HashMap<AccountId, Map<LocalDate, Map<ChatState, Integer>>>();
        jdbc.sql("select account, chat_day, " + STATE + " as state, count(*) as cases "
                        + BOOKED.formatted("c.shop = ? and c.chat_day between ? and ?")
                        + " where " + COUNTED + " group by account, chat_day, booked")
                .params(today, shop.value(), from, to)
                .query((RowCallbackHandler) row -> count(
                        row,
                        byAccount
                                .computeIfAbsent(new AccountId(row.getString("account")), account -> new HashMap<>())
                                .computeIfAbsent(
                                        row.getObject("chat_day", LocalDate.class),
                                        day -> new EnumMap<>(ChatState.class))));
        return byAccount.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, account -> account.getValue().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, day -> count(day.getValue())))));
    }

    @Override
    public List<SupplierId> shops(long offset, int limit) {
        return jdbc.sql(
                        """
                        select s.id from hourglass.supplier s
                        where exists (select 1 from hourglass.chat_account a where a.shop = s.id)
                        order by s.id limit ? offset ?""")
                .params(limit, offset)
                .query((row, number) -> new SupplierId(row.getString("id")))
                .list();
    }

    @Override
    public Map<SupplierId, DayCount> counts(List<SupplierId> shops, LocalDate day, LocalDate today) {
        var byShop = new HashMap<SupplierId, Map<ChatState, Integer>>();
        jdbc.sql("select shop, " + STATE + " as state, count(*) as cases "
                        + BOOKED.formatted("c.shop = any (?) and c.chat_day = ?")
                        + " where " + COUNTED + " group by shop, chat_day, booked")
                .params(
                        today,
                        new SqlArrayValue(
                                "varchar", shops.stream().map(SupplierId::value).toArray()),
                        day)
                .query((RowCallbackHandler) row -> count(
                        row,
                        byShop.computeIfAbsent(
                                new SupplierId(row.getString("shop")), shop -> new EnumMap<>(ChatState.class))));
        return byShop.entrySet().stream().collect(toMap(Map.Entry::getKey, shop -> count(shop.getValue())));
    }

    private static void count(ResultSet row, Map<ChatState, Integer> counts) throws SQLException {
        counts.merge(ChatState.valueOf(row.getString("state")), row.getInt("cases"), Integer::sum);
    }

    private static DayCount count(Map<ChatState, Integer> counts) {
        return DayCount.of(state -> counts.getOrDefault(state, 0));
    }
}
