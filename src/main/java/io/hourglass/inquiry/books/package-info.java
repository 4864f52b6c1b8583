/**
 * Inquiries as a track (ADR 50): registers their calendar, settlement, ledger entries and suppliers with the books and the
 * audit, which know no inquiry.
 */
@NullMarked
package io.hourglass.inquiry.books;

import org.jspecify.annotations.NullMarked;
