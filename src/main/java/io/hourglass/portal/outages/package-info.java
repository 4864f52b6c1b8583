/** The page of outages: operations declare them, auditors decide. */
@NullMarked
package io.hourglass.portal.outages;

import org.jspecify.annotations.NullMarked;
