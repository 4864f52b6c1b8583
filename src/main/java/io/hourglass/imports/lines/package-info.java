/** What the lines of a file say: a table of CSV or a JSON object a line, of either track. */
@NullMarked
package io.hourglass.imports.lines;

import org.jspecify.annotations.NullMarked;
