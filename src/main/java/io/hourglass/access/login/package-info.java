/**
 * Signing in on a page, and the session that follows from it.
 */
@NullMarked
package io.hourglass.access.login;

import org.jspecify.annotations.NullMarked;
