/**
 * Who was shown to whom how often, and where buyers and suppliers look as if they had an understanding.
 */
@NullMarked
package io.hourglass.referral.exposure;

import org.jspecify.annotations.NullMarked;
