/**
 * The pages of auditors, which operations reads too: one inquiry, a number with what is under it, disputes, restatements
 * and the ledger. No rule lives here.
 */
@NullMarked
package io.hourglass.portal.auditor;

import org.jspecify.annotations.NullMarked;
