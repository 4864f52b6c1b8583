/**
 * How many processes wait at which step, drawn on the model.
 */
@NamedInterface("map")
@NullMarked
package io.hourglass.operations.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
