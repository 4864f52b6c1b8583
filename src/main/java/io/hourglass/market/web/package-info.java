/** Suppliers in the API, as the marketplace describes them. */
@NullMarked
package io.hourglass.market.web;

import org.jspecify.annotations.NullMarked;
