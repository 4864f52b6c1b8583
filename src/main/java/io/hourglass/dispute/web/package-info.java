/** Disputes and restatements over HTTP. */
@NullMarked
package io.hourglass.dispute.web;

import org.jspecify.annotations.NullMarked;
