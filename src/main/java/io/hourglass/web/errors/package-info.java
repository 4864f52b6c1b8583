/** What went wrong, in the same words wherever it does: to programs as problem details, to people as a page. */
@NullMarked
package io.hourglass.web.errors;

import org.jspecify.annotations.NullMarked;
