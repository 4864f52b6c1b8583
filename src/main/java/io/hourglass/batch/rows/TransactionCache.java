package io.hourglass.batch.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A query by key that is asked once for each key in a transaction, for many keys together where possible; what is not
 * there is remembered too. Writers must update it. Outside of a transaction it asks each time. Of more than
 * {@value #REMEMBERED} keys together nothing is remembered: such a question goes through all of a day, and no further.
 */
public final class TransactionCache<K, V> {

    static final int REMEMBERED = 1_500;

    private final WriteBatch rows;
    private final Function<Set<K>, Map<K, V>> query;

    /** @param query answers for many keys; what is not there is absent from its answer */
    public TransactionCache(WriteBatch rows, Function<Set<K>, Map<K, V>> query) {
        this.rows = rows;
        this.query = query;
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(find(Set.of(key)).get(key));
    }

    public Map<K, V> find(Collection<K> keys) {
        var unit = UnitOfWork.current(rows);
        if (unit == null) {
            return keys.isEmpty() ? Map.of() : query.apply(new LinkedHashSet<>(keys));
        }
        var known = unit.knownTo(this);
        var answers = keys.size() > REMEMBERED ? new HashMap<>(known) : known;
        ask(keys, answers);
        var found = new HashMap<K, V>();
        keys.forEach(key -> answers.getOrDefault(key, Optional.empty()).ifPresent(value -> found.put(key, value)));
        return found;
    }

    /** This is so from here on, whatever the database said. */
    public void put(K key, V value) {
        var unit = UnitOfWork.current(rows);
        if (unit != null) {
            unit.knownTo(this).put(key, Optional.of(value));
        }
    }

    /** To be asked again. */
    public void forget(K key) {
        var unit = UnitOfWork.current(rows);
        if (unit != null) {
            unit.knownTo(this).remove(key);
        }
    }

    /** Changes what is known already, also known absence; what is not known yet will be asked for. */
    public void change(Predicate<K> which, Function<Optional<V>, V> change) {
        var unit = UnitOfWork.current(rows);
        if (unit != null) {
            unit.knownTo(this).replaceAll((key, value) -> which.test(key) ? Optional.of(change.apply(value)) : value);
        }
    }

    private void ask(Collection<K> keys, Map<K, Optional<V>> known) {
        var unknown = new LinkedHashSet<>(keys);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            var answer = query.apply(unknown);
            unknown.forEach(key -> known.put(key, Optional.ofNullable(answer.get(key))));
        }
    }
}
