/**
 * Requests that are too long, or that could be read in more than one way, are refused before a handler reads them.
 */
@NullMarked
package io.hourglass.access.input;

import org.jspecify.annotations.NullMarked;
