package io.hourglass.mailbox.sync;

import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In which mailboxes this node found something new among what was sent, as long as it runs. */
@Component
public class RecentNews {

    private static final int KEPT = 200;

    private final Set<SupplierId> suppliers = new LinkedHashSet<>();

    /** Just now. */
    public synchronized void found(SupplierId supplier) {
        suppliers.remove(supplier);
        suppliers.add(supplier);
        if (suppliers.size() > KEPT) {
            suppliers.remove(suppliers.iterator().next());
        }
    }

    public synchronized List<SupplierId> latestFirst() {
        var latest = new ArrayList<>(suppliers);
        Collections.reverse(latest);
        return latest;
    }
}
