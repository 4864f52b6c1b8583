/**
 * Who fits an inquiry, and in which order (ADR 15, 16): relevance, proven reliability, room, and a share for newcomers.
 * Pure; the program, the evaluation on a log and the simulated marketplace rank with the same classes.
 */
@NamedInterface("ranking")
@NullMarked
package io.hourglass.referral.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
