/**
 * Recounts the numbers of an exported ledger from its facts, with the judge and nothing else: {@code recount}. No
 * database, no Spring. That the file is as it was sealed, {@code verify-ledger} says.
 */
@NamedInterface("recount")
@NullMarked
package io.hourglass.inquiry.recount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
