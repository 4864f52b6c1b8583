/** Registers chat with the module of disputes. */
@NullMarked
package io.hourglass.dispute.chats;

import org.jspecify.annotations.NullMarked;
