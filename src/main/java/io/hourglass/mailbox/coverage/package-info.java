/** What has been seen of a mailbox, and what has not: intervals of coverage, and the gaps between them (R20). */
@NamedInterface("coverage")
@NullMarked
package io.hourglass.mailbox.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
