/** What callers may send, in whatever shape, to every address of the program. */
@NullMarked
package io.hourglass.portal.input;

import org.jspecify.annotations.NullMarked;
