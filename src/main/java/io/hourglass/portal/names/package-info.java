/** What the parties on a page are called (ADR 60), and those who act. */
@NullMarked
package io.hourglass.portal.names;

import org.jspecify.annotations.NullMarked;
