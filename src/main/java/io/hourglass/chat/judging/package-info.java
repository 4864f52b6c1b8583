/**
 * What becomes of a consultation, and why: a pure function of its facts, of what is known of the buyer's account, of the policy
 * version in force on its day, and of an as-of instant. No Spring, no SQL, no engine; it reads no clock. Start at
 * {@link io.hourglass.chat.judging.ChatJudge}.
 */
@NamedInterface("judging")
@NullMarked
package io.hourglass.chat.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
