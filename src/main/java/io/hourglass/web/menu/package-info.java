/** The menu on every page, and what is counted in it. */
@NamedInterface("menu")
@NullMarked
package io.hourglass.web.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
