package io.hourglass.engine.steps;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small number for each node of each model. The nodes of the models that are read when the program starts have theirs
 * before anything runs; one of a model that comes later gets its own when it is first taken, in a transaction apart.
 */
@Component
class NodeNumbers implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Set<Node> declared = ConcurrentHashMap.newKeySet();
    private final Map<Node, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Node> nodes = new ConcurrentHashMap<>();

    NodeNumbers(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param process the model's key */
    record Node(String process, String id) {}

    /** A model has such a node. */
    void declare(Node node) {
        declared.add(node);
    }

    @Override
    public void afterSingletonsInstantiated() {
        load();
        declared.stream().filter(node -> !numbers.containsKey(node)).forEach(this::number);
    }

    int of(Node node) {
        var known = numbers.get(node);
        return known == null ? number(node) : known;
    }

    /** @throws NullPointerException if it is no number that was ever given */
    Node named(int number) {
        if (!nodes.containsKey(number)) {
            load();
        }
        return Objects.requireNonNull(nodes.get(number));
    }

    private int number(Node node) {
        try {
            apart.executeWithoutResult(status -> jdbc.sql(
                            """
                            insert into hourglass.process_node (process, node)
                            select cast(? as varchar), cast(? as varchar) where not exists (
                                select 1 from hourglass.process_node where process = ? and node = ?)""")
                    .params(node.process(), node.id(), node.process(), node.id())
                    .update());
        } catch (DuplicateKeyException e) {
            // another node of the cluster came first, and its number is taken
        }
        load();
        return Objects.requireNonNull(numbers.get(node));
    }

    private void load() {
        apart.executeWithoutResult(status -> jdbc.sql("select number, process, node from hourglass.process_node")
                .query(row -> {
                    var node = new Node(row.getString("process"), row.getString("node"));
                    numbers.put(node, row.getInt("number"));
                    nodes.put(row.getInt("number"), node);
                }));
    }
}
