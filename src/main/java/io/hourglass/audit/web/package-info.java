/** The ledger over HTTP: its seals, its export, and the proof for one inquiry. */
@NullMarked
package io.hourglass.audit.web;

import org.jspecify.annotations.NullMarked;
