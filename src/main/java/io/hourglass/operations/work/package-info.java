/** What operations have before them: open work, incidents, stops and closes of days, all from the engine. */
@NamedInterface("work")
@NullMarked
package io.hourglass.operations.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
