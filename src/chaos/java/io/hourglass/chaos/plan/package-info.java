/** What is to happen in a run: how large it is, and by a seed the inquiries, the chats and the facts that will be sent. */
@NullMarked
package io.hourglass.chaos.plan;

import org.jspecify.annotations.NullMarked;
