/** Takes what a source delivered, once. */
@NullMarked
package io.hourglass.incoming.deliveries;

import org.jspecify.annotations.NullMarked;
