/**
 * Pseudonyms, by which the ledger names people, and the salts behind them: without its salt a pseudonym is nobody's.
 */
@NamedInterface("persons")
@NullMarked
package io.hourglass.audit.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
