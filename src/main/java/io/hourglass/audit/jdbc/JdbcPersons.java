package io.hourglass.audit.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.persons.Persons;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPersons implements Persons {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    JdbcPersons(JdbcTemplate template, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.template = template;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Map<String, Salted> find(Collection<String> ids) {
        return jdbc
                .sql("select id, coalesce(salt, '') as salt from hourglass.ledger_person where id = any (?)")
                .param(new SqlArrayValue("varchar", ids.toArray()))
                .query((row, number) -> Map.entry(row.getString("id"), new Salted(row.getString("salt"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void add(SortedMap<String, Salted> persons) {
        own.executeWithoutResult(status -> insert(persons));
    }

    @Override
    public void erase(String id, String pseudonym) {
        jdbc.sql("update hourglass.ledger_person set id = ?, salt = null where id = ?")
                .params(pseudonym, id)
                .update();
        jdbc.sql("update hourglass.ledger_record set person = ? where person = ?")
                .params(pseudonym, id)
                .update();
    }

    private void insert(SortedMap<String, Salted> persons) {
        template.batchUpdate(
                "insert into hourglass.ledger_person (id, salt) values (?, ?)",
                persons.entrySet(),
                BATCH,
                (insert, person) -> {
                    insert.setString(1, person.getKey());
                    insert.setString(2, person.getValue().salt());
                });
    }
}
