/**
 * What a browser is shown in place of the page that it asked for: whether it wants a page at all, and the form that it sent.
 */
@NamedInterface("pages")
@NullMarked
package io.hourglass.access.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
