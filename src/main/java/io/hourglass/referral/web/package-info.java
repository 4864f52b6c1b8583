/** Referrals in the API: what was offered and picked, the rules, and what the exposure ledger tells. */
@NullMarked
package io.hourglass.referral.web;

import org.jspecify.annotations.NullMarked;
