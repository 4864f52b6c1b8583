/** The reply policy as a kind of policy: what may be set of a version, how it is kept, and which versions there are. */
@NullMarked
package io.hourglass.inquiry.policy.versions;

import org.jspecify.annotations.NullMarked;
