/**
 * Keys by which machines call: issued, shown once, withdrawn.
 */
@NullMarked
package io.hourglass.access.keys;

import org.jspecify.annotations.NullMarked;
