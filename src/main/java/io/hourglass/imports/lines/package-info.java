/** What the lines of a file say: a table of CSV or a JSON object a line, of either track. */
@NamedInterface("lines")
@NullMarked
package io.hourglass.imports.lines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
