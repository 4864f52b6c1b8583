/** What every contender has to do: lifecycles of inquiries, in slices of one natural day each. Knows no contender. */
@NullMarked
package io.hourglass.bench.work;

import org.jspecify.annotations.NullMarked;
