/**
 * A marketplace drawn from a seed, in which rankings of referrals are measured by what becomes of the buyers (ADR 17).
 * Suppliers have a reliability, a capacity and categories that no ranking sees; each ranking gets the same market, and
 * bears the load that its own referrals make.
 */
@NullMarked
package io.hourglass.lab.simulation;

import org.jspecify.annotations.NullMarked;
