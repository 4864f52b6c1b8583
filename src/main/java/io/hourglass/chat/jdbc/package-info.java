/** Chat in our own tables. */
@NullMarked
package io.hourglass.chat.jdbc;

import org.jspecify.annotations.NullMarked;
