/** The tables of mail. */
@NullMarked
package io.hourglass.mailing.jdbc;

import org.jspecify.annotations.NullMarked;
