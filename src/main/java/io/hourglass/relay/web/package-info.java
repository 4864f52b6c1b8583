/** The relay over HTTP. */
@NullMarked
package io.hourglass.relay.web;

import org.jspecify.annotations.NullMarked;
