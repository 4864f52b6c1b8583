/** Asks the verifier about the ledger as it is kept here, without an export in between. */
@NamedInterface("check")
@NullMarked
package io.hourglass.audit.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
