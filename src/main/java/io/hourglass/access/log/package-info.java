/**
 * The access log, in lines that cannot be forged: who was authenticated or refused, and every other line
 * with the text of others escaped.
 */
@NullMarked
package io.hourglass.access.log;

import org.jspecify.annotations.NullMarked;
