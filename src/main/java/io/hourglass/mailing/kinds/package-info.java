/** What can be told by mail, to whom, and whether it is unless somebody says otherwise. */
@NamedInterface("kinds")
@NullMarked
package io.hourglass.mailing.kinds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
