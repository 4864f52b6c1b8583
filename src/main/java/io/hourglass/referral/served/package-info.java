/**
 * Who serves what, learnt from settled outcomes: counts by supplier and trait.
 */
@NamedInterface("served")
@NullMarked
package io.hourglass.referral.served;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
