/**
 * What an inquiry's verdict is, and why: a pure function of the pair's facts, the policy version in force at receipt, and an
 * as-of instant. It decides every inquiry, and no timer, process path or order of arrival does. No Spring, no SQL, no
 * engine; it reads no clock. Start at {@link io.hourglass.inquiry.judging.Judge}.
 */
@NamedInterface("judging")
@NullMarked
package io.hourglass.inquiry.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
