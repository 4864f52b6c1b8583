package io.hourglass.bench.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much more of the heap is in use than before, as each collection leaves it. */
public final class Heap implements AutoCloseable {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final long idle;
    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = (notification, nothing) -> collected(notification);

    public Heap() {
        System.gc();
        idle = used();
        most.set(idle);
        collectors().forEach(one -> one.addNotificationListener(listener, null, null));
    }

    /** In megabytes, at most: what a small collection left may have been garbage too. Zero as long as nothing was collected. */
    public double megabytesAboveIdle() {
        return Math.max(0, most.get() - idle) / MEGABYTE;
    }

    private void collected(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .toList();
            var left = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> pools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            most.accumulateAndGet(left, Math::max);
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Stream<NotificationEmitter> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast);
    }

    @Override
    public void close() {
        collectors().forEach(one -> {
            try {
                one.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
