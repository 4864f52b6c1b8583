/**
 * Why a shop's or an account's chat reply rate fell, computed from its consultations (C14 to C17, ADR 66), and its tables by day
 * and week. It counts and compares in whole numbers, and decides nothing. Pure: no Spring, no SQL, no engine; it reads no clock.
 * Start at {@link io.hourglass.chat.diagnosis.ChatDiagnosis}.
 */
@NamedInterface("diagnosis")
@NullMarked
package io.hourglass.chat.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
