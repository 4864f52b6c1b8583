/** The running system in the API. */
@NullMarked
package io.hourglass.operations.web;

import org.jspecify.annotations.NullMarked;
