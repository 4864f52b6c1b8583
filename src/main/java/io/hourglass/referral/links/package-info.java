/**
 * The signed links by which a buyer without an account comes to its own page.
 */
@NamedInterface("links")
@NullMarked
package io.hourglass.referral.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
