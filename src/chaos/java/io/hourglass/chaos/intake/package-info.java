/** Sends the planned facts over HTTP to whichever node serves, each until it is acknowledged. */
@NullMarked
package io.hourglass.chaos.intake;

import org.jspecify.annotations.NullMarked;
