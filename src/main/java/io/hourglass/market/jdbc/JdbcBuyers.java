package io.hourglass.market.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.ExternalId;
import io.hourglass.market.Buyers;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBuyers implements Buyers {

    private final JdbcClient jdbc;

    JdbcBuyers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(BuyerId buyer, String name) {
        var known = jdbc.sql("update hourglass.buyer set name = ? where id = ?")
                .params(name, buyer.value())
                .update();
        if (known == 0) {
            ExternalId.checkNew("buyer", buyer.value(), ExternalId.MAX_LENGTH);
            jdbc.sql("insert into hourglass.buyer (id, name) values (?, ?)")
                    .params(buyer.value(), name)
                    .update();
        }
    }

    @Override
    public Map<BuyerId, String> named(Collection<BuyerId> buyers) {
        if (buyers.isEmpty()) {
            return Map.of();
        }
        var ids = new HashSet<>(buyers).stream().map(BuyerId::value).toArray();
        return jdbc
                .sql("select id, name from hourglass.buyer where id = any (?)")
                .param(new SqlArrayValue("varchar", ids))
                .query((row, number) -> Map.entry(new BuyerId(row.getString("id")), row.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean forget(BuyerId buyer) {
        return jdbc.sql("delete from hourglass.buyer where id = ?")
                        .param(buyer.value())
                        .update()
                > 0;
    }
}
