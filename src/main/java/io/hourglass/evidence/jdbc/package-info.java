/** Facts in our own append-only table; what people wrote lies apart from them. */
@NullMarked
package io.hourglass.evidence.jdbc;

import org.jspecify.annotations.NullMarked;
