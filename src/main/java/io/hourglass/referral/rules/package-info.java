/**
 * The rules of referral, by version (R30): how many are offered, for how long, and what is asked of a candidate.
 */
@NamedInterface("rules")
@NullMarked
package io.hourglass.referral.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
