/**
 * What ids of mails lead to, for whoever has a mail and looks for its inquiry: an id is only ever compared with hashes. Start at {@link
 * io.hourglass.inquiry.threads.RecentThreads}.
 */
@NamedInterface("threads")
@NullMarked
package io.hourglass.inquiry.threads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
