/** The HTTP face of the diagnosis. */
@NullMarked
package io.hourglass.diagnosis.web;

import org.jspecify.annotations.NullMarked;
