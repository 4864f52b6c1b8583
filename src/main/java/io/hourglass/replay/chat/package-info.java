/**
 * A log of chat messages driven through the real use cases and the real engine under simulated time: the {@code replay-chat}
 * command; and the chats of the sample marketplace.
 */
@NamedInterface("chat")
@NullMarked
package io.hourglass.replay.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
