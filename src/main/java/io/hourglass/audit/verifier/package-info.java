/**
 * Checks an exported ledger, or a proof, with nothing but the file: {@code verify-ledger}. No database, no Spring. What
 * it takes for granted is in docs/ledger.md, from which others can write a checker of their own.
 */
@NamedInterface("verifier")
@NullMarked
package io.hourglass.audit.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
