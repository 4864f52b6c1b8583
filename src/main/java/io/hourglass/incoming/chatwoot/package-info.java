/** What the events of Chatwoot, a chat of open source, say of who asked and who answered. */
@NullMarked
package io.hourglass.incoming.chatwoot;

import org.jspecify.annotations.NullMarked;
