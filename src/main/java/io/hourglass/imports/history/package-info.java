/** The past, as it was learned of, into an empty database (ADR 80). */
@NullMarked
package io.hourglass.imports.history;

import org.jspecify.annotations.NullMarked;
