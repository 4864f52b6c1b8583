/**
 * Text as it is kept and as it goes out: cut to what a column holds, on one line of a log, in a path, in a cell of a
 * spreadsheet, on a terminal, as a hash, and as words to search by.
 */
@NamedInterface("text")
@NullMarked
package io.hourglass.kernel.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
