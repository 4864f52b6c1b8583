/** What templates write short, and pages have whole: ids, instants and fields of dates. */
@NullMarked
package io.hourglass.web.elements;

import org.jspecify.annotations.NullMarked;
