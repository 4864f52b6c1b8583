/**
 * Offers as they are kept: to whom, of whom, with which reasons, and what the buyer picked. With its parts an offer is the
 * ledger of exposure.
 */
@NamedInterface("offers")
@NullMarked
package io.hourglass.referral.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
