/** Referrals in the API: what was offered and picked, the rules, and the exposure ledger. */
@NullMarked
package io.hourglass.referral.web;

import org.jspecify.annotations.NullMarked;
