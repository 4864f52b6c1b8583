/**
 * The root of each day in a file outside the database, so that the database alone cannot be rewritten unseen (ADR 33).
 */
@NullMarked
package io.hourglass.audit.roots;

import org.jspecify.annotations.NullMarked;
