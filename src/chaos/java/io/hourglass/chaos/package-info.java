/**
 * The chaos test: three nodes take in facts while simulated time passes, nodes are killed and the database is restarted;
 * afterwards everything must be as if nothing had happened. {@code ./mvnw -Pchaos verify} runs it. With {@code
 * -Dchaos.mode=soak} one node is overloaded for half an hour instead, and its heap is watched.
 */
@NullMarked
package io.hourglass.chaos;

import org.jspecify.annotations.NullMarked;
