/** Numbers and book days in the API. */
@NullMarked
package io.hourglass.rate.web;

import org.jspecify.annotations.NullMarked;
