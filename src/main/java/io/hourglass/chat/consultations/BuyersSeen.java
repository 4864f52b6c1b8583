package io.hourglass.chat.consultations;

import io.hourglass.kernel.ids.BuyerId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The buyers of whom this node has recorded something lately. Each is given out twice, since what was being recorded at the first
 * time may not have been committed then. It is a hint: who is missing, since a node stopped, is there again with its next message.
 */
@Component
public class BuyersSeen {

    private final Set<BuyerId> seen = ConcurrentHashMap.newKeySet();
    private Set<BuyerId> before = Set.of();

    public void note(BuyerId buyer) {
        seen.add(buyer);
    }

    /** Those noted since the last time, and those that were given out then for the first time. In no order. */
    public synchronized List<BuyerId> take() {
        var fresh = new HashSet<BuyerId>();
        for (var each = seen.iterator(); each.hasNext(); ) {
            fresh.add(each.next());
            each.remove();
        }
        var taken = new HashSet<>(fresh);
        taken.addAll(before);
        before = fresh;
        return List.copyOf(taken);
    }
}
