/**
 * The pages of a buyer who has signed in: its inquiries, their status, and a new one. No rule lives here; other
 * suppliers for an inquiry are on the page behind its link, {@code portal.alternatives}.
 */
@NullMarked
package io.hourglass.portal.buyer;

import org.jspecify.annotations.NullMarked;
