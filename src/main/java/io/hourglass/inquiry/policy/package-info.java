/**
 * The rules by which an inquiry is judged, as data: the versions of the reply policy, and the clocks that a version gives. No
 * Spring, no SQL, no engine; it reads no clock.
 */
@NamedInterface("policy")
@NullMarked
package io.hourglass.inquiry.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
