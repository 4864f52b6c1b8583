/** The calls by which operations look after webhooks. */
@NullMarked
package io.hourglass.messages.web;

import org.jspecify.annotations.NullMarked;
