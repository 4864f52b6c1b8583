/**
 * The supplier's pages: its inquiries by urgency, each of them with what can still be done, its rate and what would raise
 * it, and its disputes. Operations and auditors read them as the supplier does; only the supplier acts. No rule lives here.
 */
@NullMarked
package io.hourglass.portal.supplier;

import org.jspecify.annotations.NullMarked;
