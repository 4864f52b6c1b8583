/** A log of what was seen of suppliers' mailboxes, and of outages, beside the log of events that is replayed. */
@NullMarked
package io.hourglass.replay.coverage;

import org.jspecify.annotations.NullMarked;
