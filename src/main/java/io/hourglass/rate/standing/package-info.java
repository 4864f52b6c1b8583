/**
 * What follows from a supplier's published number: how sure it is, what it entitles to, how much exposure it earns, and
 * whether buyers see it (R25–R28, ADR 14).
 */
@NamedInterface("standing")
@NullMarked
package io.hourglass.rate.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
