/**
 * The doors: who may pass at which address, how callers prove who they are, and what is refused before any use case is
 * reached. {@link io.hourglass.access.web.Rules} is the one place that says who may do what.
 */
@NullMarked
package io.hourglass.access.web;

import org.jspecify.annotations.NullMarked;
