/**
 * The close of a day, step by step: in its order, judged again and counted, published and sealed. Called by the process alone.
 */
@NullMarked
package io.hourglass.rate.close;

import org.jspecify.annotations.NullMarked;
