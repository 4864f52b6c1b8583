/**
 * The buyer's page behind a signed link (ADR 18): what became of an inquiry, other suppliers for it, and what became of
 * those. It works without JavaScript; no rule lives here.
 */
@NullMarked
package io.hourglass.portal.alternatives;

import org.jspecify.annotations.NullMarked;
