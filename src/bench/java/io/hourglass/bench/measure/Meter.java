package io.hourglass.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** Counts whatever goes through a data source. */
public final class Meter implements QueryExecutionListener {

    private final LongAdder trips = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder selects = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final ThreadLocal<Long> sentAt = ThreadLocal.withInitial(System::nanoTime);
    private final @Nullable Map<String, LongAdder> texts;

    /** @param keepTexts whether the statements themselves are counted, which costs time */
    public Meter(boolean keepTexts) {
        texts = keepTexts ? new ConcurrentHashMap<>() : null;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        sentAt.set(System.nanoTime());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        nanos.add(System.nanoTime() - sentAt.get());
        trips.increment();
        var items = execution.isBatch() ? Math.max(1, execution.getBatchSize()) : 1;
        statements.add(items);
        if (!queries.isEmpty()) {
            count(queries.get(0).getQuery().strip(), items);
        }
    }

    public Counts counts() {
        return new Counts(trips.sum(), statements.sum(), writes.sum(), selects.sum(), nanos.sum());
    }

    /** How often each statement was sent so far; empty unless the texts are kept. */
    public Map<String, Long> texts() {
        var sums = new TreeMap<String, Long>();
        if (texts != null) {
            texts.forEach((text, count) -> sums.put(text, count.sum()));
        }
        return sums;
    }

    private void count(String text, int items) {
        (reads(text) ? selects : writes).add(items);
        if (texts != null) {
            texts.computeIfAbsent(text.replaceAll("\\s+", " "), unseen -> new LongAdder())
                    .add(items);
        }
    }

    private static boolean reads(String text) {
        return text.regionMatches(true, 0, "select", 0, 6) || text.regionMatches(true, 0, "with", 0, 4);
    }
}
