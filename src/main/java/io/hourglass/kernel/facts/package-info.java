/**
 * The fact, which states what happened and never whether it counts: its kind, where it was written, and the mail it came by.
 */
@NamedInterface("facts")
@NullMarked
package io.hourglass.kernel.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
