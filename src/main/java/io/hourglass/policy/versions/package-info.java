/** Versions of rules: what one is, how a kind of rules registers itself, where they are kept, and which one a day goes by. */
@NamedInterface("versions")
@NullMarked
package io.hourglass.policy.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
