/** The accounts under which shops chat: whose each is, and what became of it. */
@NamedInterface("accounts")
@NullMarked
package io.hourglass.chat.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
