/** The table of relayed mails. */
@NullMarked
package io.hourglass.relay.jdbc;

import org.jspecify.annotations.NullMarked;
