package io.hourglass.mailbox.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How many connections this node has to each host: providers refuse more than ten or fifteen. Those that wait in IDLE have a third of them at
 * most, so that there is always room to read.
 */
@Component
@EnableConfigurationProperties(SyncSettings.class)
public class Hosts {

    private static final int SHARE_OF_IDLE = 3;

    private final int most;
    private final Room reading;
    private final Room idling;

    Hosts(SyncSettings settings) {
        this.most = settings.connectionsOfAHost();
        this.reading = new Room(most);
        this.idling = new Room(most / SHARE_OF_IDLE);
    }

    Room reading() {
        return reading;
    }

    public Room idling() {
        return idling;
    }

    /** Together with the other one. */
    private int count(String host) {
        return reading.count(host) + idling.count(host);
    }

    /** For connections of one kind. */
    public final class Room {

        private final int share;
        private final Map<String, Integer> taken = new HashMap<>();

        private Room(int share) {
            this.share = share;
        }

        /** @return false if there is none for one more */
        public boolean take(String host) {
            synchronized (Hosts.this) {
                if (isFull(host)) {
                    return false;
                }
                taken.merge(host, 1, Integer::sum);
                return true;
            }
        }

        public void giveBack(String host) {
            synchronized (Hosts.this) {
                taken.computeIfPresent(host, (name, count) -> count > 1 ? count - 1 : null);
            }
        }

        /** Hosts that have none for one more. */
        public List<String> full() {
            synchronized (Hosts.this) {
                return Stream.concat(reading.taken.keySet().stream(), idling.taken.keySet().stream())
                        .distinct()
                        .filter(this::isFull)
                        .toList();
            }
        }

        private boolean isFull(String host) {
            return count(host) >= share || Hosts.this.count(host) >= most;
        }

        private int count(String host) {
            return taken.getOrDefault(host, 0);
        }
    }
}
