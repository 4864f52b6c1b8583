/**
 * Which accounts of buyers are caught as abnormal (C11), and what operations decide of each (ADR 65). Start at
 * {@link io.hourglass.chat.watch.WatchBuyers}.
 */
@NamedInterface("watch")
@NullMarked
package io.hourglass.chat.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
