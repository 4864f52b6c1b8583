/** Hourglass: the SLA engine of a business-to-business marketplace. Each sub-package is a module; this one starts them. */
@NullMarked
package io.hourglass;

import org.jspecify.annotations.NullMarked;
