/**
 * Brings processes to where the facts say they ought to be, in rounds, and tells what it did.
 */
@NullMarked
package io.hourglass.operations.reconciler;

import org.jspecify.annotations.NullMarked;
