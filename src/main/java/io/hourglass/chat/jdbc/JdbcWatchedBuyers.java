package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.watch.WatchedBuyers;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWatchedBuyers implements WatchedBuyers {

    private final JdbcClient jdbc;

    JdbcWatchedBuyers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<BuyerId> busy(Collection<BuyerId> buyers, LocalDate from, LocalDate to, int least) {
        return jdbc
                .sql(
                        """
                        select buyer from hourglass.consultation where buyer = any (?) and chat_day between ? and ?
                        group by buyer having count(*) >= ?""")
                .params(values(buyers), from, to, least)
                .query((row, number) -> new BuyerId(row.getString("buyer")))
                .list()
                .stream()
                .collect(toSet());
    }

    @Override
    public Map<BuyerId, Instant> registeredSince(Collection<BuyerId> buyers, Instant since) {
        return jdbc
                .sql(
                        """
                        select buyer, registered_at from hourglass.buyer_registration
                        where buyer = any (?) and registered_at >= ?""")
                .params(values(buyers), UtcColumn.of(since))
                .query((row, number) ->
                        Map.entry(new BuyerId(row.getString("buyer")), UtcColumn.read(row, "registered_at")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void registered(BuyerId buyer, Instant at) {
        var changed = jdbc.sql("update hourglass.buyer_registration set registered_at = ? where buyer = ?")
                .params(UtcColumn.of(at), buyer.value())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into hourglass.buyer_registration (buyer, registered_at) values (?, ?)")
                    .params(buyer.value(), UtcColumn.of(at))
                    .update();
        }
    }

    @Override
    public Map<FactId, String> texts(Collection<ConsultationId> consultations) {
        return jdbc
                .sql(
                        """
                        select t.fact, t.body from hourglass.fact_text t join hourglass.fact f on f.id = t.fact
                        where f.case_id = any (?) and f.track = ? and f.kind = 'ASKED' and t.body is not null""")
                .params(
                        new SqlArrayValue(
                                "varchar",
                                consultations.stream()
                                        .map(ConsultationId::value)
                                        .toArray()),
                        ConsultationId.CHAT.name())
                .query((row, number) -> Map.entry(new FactId(row.getString("fact")), row.getString("body")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void rename(BuyerId buyer, BuyerId replacement) {
        jdbc.sql("update hourglass.buyer_registration set buyer = ? where buyer = ?")
                .params(replacement.value(), buyer.value())
                .update();
    }

    private static SqlArrayValue values(Collection<BuyerId> buyers) {
        return new SqlArrayValue("varchar", buyers.stream().map(BuyerId::value).toArray());
    }
}
