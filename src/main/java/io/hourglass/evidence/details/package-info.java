/** What was sent along with a fact: its text and details as they are kept, cut to what fits, and the hash over all of it. */
@NamedInterface("details")
@NullMarked
package io.hourglass.evidence.details;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
