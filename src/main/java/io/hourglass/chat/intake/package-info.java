/**
 * What comes in of chats: messages, transfers, what is known of buyers' accounts, and corrections. Start at
 * {@link io.hourglass.chat.intake.RecordChat}.
 */
@NamedInterface("intake")
@NullMarked
package io.hourglass.chat.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
