/**
 * An inquiry together with all others that may decide it: loads the members of a pair and their threads once, and has the
 * judge look at all of them (ADR 49). Start at {@link io.hourglass.inquiry.pairs.CaseFileLoader}.
 */
@NullMarked
package io.hourglass.inquiry.pairs;

import org.jspecify.annotations.NullMarked;
