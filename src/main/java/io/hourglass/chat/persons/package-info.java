/** What chats keep of a person: gives it out, and forgets it. */
@NullMarked
package io.hourglass.chat.persons;

import org.jspecify.annotations.NullMarked;
