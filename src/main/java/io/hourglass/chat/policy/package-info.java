/** The rules of the chat reply rate as data, in versions. No Spring, no SQL, no engine. */
@NamedInterface("policy")
@NullMarked
package io.hourglass.chat.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
