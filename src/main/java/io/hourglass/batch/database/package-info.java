/**
 * The one way to the database for all modules: rows are written before any query, a read sees one state, and what is
 * committed is on the disk (ADR 29).
 */
@NullMarked
package io.hourglass.batch.database;

import org.jspecify.annotations.NullMarked;
