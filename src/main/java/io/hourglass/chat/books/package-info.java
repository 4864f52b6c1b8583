/** Registers chat as a track: its terms, its calendar, its settlement, whose numbers there are, and what its seals hold. */
@NullMarked
package io.hourglass.chat.books;

import org.jspecify.annotations.NullMarked;
