/** Inquiries and facts in the API. */
@NullMarked
package io.hourglass.inquiry.web;

import org.jspecify.annotations.NullMarked;
