/** Entries of the ledger: their names, the JSON that is hashed, those who tell them, and those noted beside the books. */
@NamedInterface("entries")
@NullMarked
package io.hourglass.audit.entries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
