package io.hourglass.mailing.sending;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.mail.parse.Attached;

/** What came with a reply, and goes on to its buyer with it. */
public interface AttachedToReplies {

    /** Of a reply that came by mail; {@link Attached#NOTHING} of any other. */
    Attached of(FactId reply);
}
