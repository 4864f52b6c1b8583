/** Disputes, their policy and what they restated, in our own tables. */
@NullMarked
package io.hourglass.dispute.jdbc;

import org.jspecify.annotations.NullMarked;
