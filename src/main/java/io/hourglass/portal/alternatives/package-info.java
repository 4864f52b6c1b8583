/**
 * The buyer's page behind a signed link (ADR 18): the status of an inquiry, alternatives for it, and the status of
 * those. It works without JavaScript; no rule lives here.
 */
@NullMarked
package io.hourglass.portal.alternatives;

import org.jspecify.annotations.NullMarked;
