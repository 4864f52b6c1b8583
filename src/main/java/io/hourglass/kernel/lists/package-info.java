/** Pages of a list: which one is asked for, and what is on it. */
@NamedInterface("lists")
@NullMarked
package io.hourglass.kernel.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
