/** Links in mails, signed, by which something can be done without signing in. */
@NamedInterface("links")
@NullMarked
package io.hourglass.mailing.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
