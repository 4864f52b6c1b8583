/** The rules of messages, by version: when is reminded, and for how long sending is tried (ADR 72, 73). */
@NamedInterface("rules")
@NullMarked
package io.hourglass.messages.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
