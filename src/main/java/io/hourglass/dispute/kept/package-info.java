/**
 * Disputes as they are kept: what the supplier says happened, what was decided, and which numbers were restated for it.
 */
@NamedInterface("kept")
@NullMarked
package io.hourglass.dispute.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
