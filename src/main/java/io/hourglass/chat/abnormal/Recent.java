package io.hourglass.chat.abnormal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Predicate;

/**
 * The different ones that a buyer wrote to lately, each at its last instant, and with how many of them it talked. An act costs
 * the same however many there are.
 */
final class Recent<K> {

    private record Entry(Instant at, boolean talked) {}

    private final Duration within;
    private final LinkedHashMap<K, Entry> entries = new LinkedHashMap<>();
    private int talked;

    Recent(Duration within) {
        this.within = within;
    }

    /** @param at not before any that was added */
    void add(K key, Instant at) {
        add(key, at, one -> false);
    }

    /** @param at not before any that was added */
    void add(K key, Instant at, Predicate<K> isTalkedWith) {
        remove(key);
        put(key, new Entry(at, isTalkedWith.test(key)));
        expire(at);
    }

    void expire(Instant now) {
        var from = now.minus(within);
        var oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            var entry = oldest.next();
            if (!entry.at.isBefore(from)) {
                return;
            }
            talked -= entry.talked ? 1 : 0;
            oldest.remove();
        }
    }

    void talkedWith(K key) {
        var entry = entries.get(key);
        if (entry != null && !entry.talked) {
            entries.replace(key, new Entry(entry.at, true));
            talked++;
        }
    }

    private void put(K key, Entry entry) {
        entries.put(key, entry);
        talked += entry.talked ? 1 : 0;
    }

    private void remove(K key) {
        var entry = entries.remove(key);
        talked -= entry != null && entry.talked ? 1 : 0;
    }

    boolean contains(K key) {
        return entries.containsKey(key);
    }

    int size() {
        return entries.size();
    }

    int talked() {
        return talked;
    }

    /** Of one that is not empty. */
    Instant since() {
        return entries.values().iterator().next().at;
    }
}
