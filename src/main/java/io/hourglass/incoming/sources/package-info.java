/** The systems that may call, as the configuration names them. */
@NullMarked
package io.hourglass.incoming.sources;

import org.jspecify.annotations.NullMarked;
