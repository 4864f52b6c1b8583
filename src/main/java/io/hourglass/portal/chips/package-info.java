/** The filters of lists as chips, each with its count (ADR 55). No rule lives here. */
@NullMarked
package io.hourglass.portal.chips;

import org.jspecify.annotations.NullMarked;
