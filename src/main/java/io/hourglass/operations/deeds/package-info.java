/**
 * The few things that operations may do to the running system: each with a reason, and in the ledger.
 */
@NamedInterface("deeds")
@NullMarked
package io.hourglass.operations.deeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
