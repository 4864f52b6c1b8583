/** Registers the inquiry with the module of disputes. */
@NullMarked
package io.hourglass.dispute.inquiries;

import org.jspecify.annotations.NullMarked;
