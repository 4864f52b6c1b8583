/** Incoming webhooks over HTTP. */
@NullMarked
package io.hourglass.incoming.web;

import org.jspecify.annotations.NullMarked;
