package io.hourglass.market.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.TermsColumn;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.market.buyers.Buyers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        var terms = SearchTerms.of(buyer.value(), name);
        var known = jdbc.sql("update hourglass.buyer set name = ?, terms = ? where id = ?")
                .params(name, terms, buyer.value())
                .update();
        if (known == 0) {
            ExternalId.checkNew("buyer", buyer.value(), ExternalId.MAX_LENGTH);
            jdbc.sql("insert into hourglass.buyer (id, name, terms) values (?, ?, ?)")
                    .params(buyer.value(), name, terms)
                    .update();
        }
    }

    @Override
    public Map<BuyerId, String> named(Collection<BuyerId> buyers) {
        if (buyers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name from hourglass.buyer where id = any (?)")
                .param(ids(buyers))
                .query((row, number) -> Map.entry(new BuyerId(row.getString("id")), row.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<BuyerId, String> termsWith(Collection<String> words, @Nullable Collection<BuyerId> among, int limit) {
        var further = new ArrayList<Object>();
        if (among != null) {
            further.add(ids(among));
        }
        further.add(limit);
        return jdbc
                .sql("select id, terms from hourglass.buyer where " + TermsColumn.holdAll(words.size())
                        + (among == null ? "" : " and id = any (?)") + " limit ?")
                .params(TermsColumn.values(words, further.toArray()))
                .query((row, number) -> Map.entry(new BuyerId(row.getString("id")), row.getString("terms")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SqlArrayValue ids(Collection<BuyerId> buyers) {
        return new SqlArrayValue(
                "varchar", new HashSet<>(buyers).stream().map(BuyerId::value).toArray());
    }

    @Override
    public boolean forget(BuyerId buyer) {
        return jdbc.sql("delete from hourglass.buyer where id = ?")
                        .param(buyer.value())
                        .update()
                > 0;
    }
}
