package io.hourglass.sla;

import java.time.Instant;
import java.util.List;

/** The versions of the reply policy. They are only ever added. */
public interface Policies {

    /** The version that judges what is received at that instant; the first version also judges all before it. */
    ReplyPolicy inForceAt(Instant instant);

    /** In the order of their versions. */
    List<ReplyPolicy> all();
}
