package io.hourglass.mailbox.coverage;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Records what a supplier's mailbox depends on and what has been seen of it. Each is a fact: it is added, and never changed. */
@Component
public class RecordCoverage {

    /** From then on the supplier's replies are looked for in its mailbox. */
    public void connected(SupplierId supplier, Instant at) {}

    /** From then on they are not; what cannot be seen is the supplier's own doing. */
    public void disconnected(SupplierId supplier, Instant at) {}

    /** The supplier was told then that password or grant no longer work. */
    public void toldOfRefusal(SupplierId supplier, Instant at) {}

    /**
     * All that arrived in its folders from one instant to the other has been read, and what is about an inquiry has been taken.
     *
     * @param from where what is known ended so far; the mailbox's connection at the earliest
     */
    public void covered(SupplierId supplier, Instant from, Instant until) {}
}
