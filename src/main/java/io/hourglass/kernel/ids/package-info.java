/** Ids as records: of buyers, suppliers, facts and cases; which track a case is on, and what is counted there. */
@NamedInterface("ids")
@NullMarked
package io.hourglass.kernel.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
