/** Referrals, their rules, and what was learnt, in our own tables. */
@NullMarked
package io.hourglass.referral.jdbc;

import org.jspecify.annotations.NullMarked;
