/**
 * Access control: who may use which address, how callers authenticate, and what is refused before any use case is
 * reached. {@link io.hourglass.access.web.Rules} is the one place that says who may do what.
 */
@NullMarked
package io.hourglass.access.web;

import org.jspecify.annotations.NullMarked;
