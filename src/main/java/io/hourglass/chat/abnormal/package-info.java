/**
 * Which buyers' accounts are abnormal (C11): rules over what a buyer did within a day, and when what they caught acts (ADR 65).
 * Pure: no Spring, no SQL, no engine; it reads no clock. Start at {@link io.hourglass.chat.abnormal.BuyerWatch}.
 */
@NamedInterface("abnormal")
@NullMarked
package io.hourglass.chat.abnormal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
