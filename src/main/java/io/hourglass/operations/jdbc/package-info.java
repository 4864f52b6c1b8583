/** What our own tables say of the running system. */
@NullMarked
package io.hourglass.operations.jdbc;

import org.jspecify.annotations.NullMarked;
