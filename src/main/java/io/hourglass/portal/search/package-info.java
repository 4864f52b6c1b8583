/** The one search over all that its reader may see (ADR 55). No rule lives here. */
@NullMarked
package io.hourglass.portal.search;

import org.jspecify.annotations.NullMarked;
