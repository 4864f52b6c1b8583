/**
 * Proofs of who is calling: passwords, keys and sessions; how often one may fail,
 * how many requests are taken of whom, and how a call is refused.
 */
@NullMarked
package io.hourglass.access.proofs;

import org.jspecify.annotations.NullMarked;
