/** What the engine knows of its models, of what waits in them, and of what failed. */
@NullMarked
package io.hourglass.operations.process;

import org.jspecify.annotations.NullMarked;
