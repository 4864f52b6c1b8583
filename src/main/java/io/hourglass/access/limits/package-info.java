/**
 * Rate limits and other limits of an address, and what counts as one; in the server itself, how many connections and requests of one address the server holds at a time, and how long a request
 * may take to arrive. What one address sends slowly keeps no thread from another (ADR 36).
 */
@NullMarked
package io.hourglass.access.limits;

import org.jspecify.annotations.NullMarked;
