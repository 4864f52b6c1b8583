/**
 * What people and machines did by hand, with a reason: written to the ledger, and read again.
 */
@NamedInterface("actions")
@NullMarked
package io.hourglass.audit.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
