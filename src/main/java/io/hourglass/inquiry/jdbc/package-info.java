/** Inquiries in our own tables. */
@NullMarked
package io.hourglass.inquiry.jdbc;

import org.jspecify.annotations.NullMarked;
