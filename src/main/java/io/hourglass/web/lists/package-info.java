/** Pages of a list and the links between them, and the same list as CSV. */
@NamedInterface("lists")
@NullMarked
package io.hourglass.web.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
