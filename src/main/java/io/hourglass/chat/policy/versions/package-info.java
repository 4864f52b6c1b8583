/** The chat policy as a kind of policy: what may be set of a version, how it is kept, and which versions there are. */
@NullMarked
package io.hourglass.chat.policy.versions;

import org.jspecify.annotations.NullMarked;
