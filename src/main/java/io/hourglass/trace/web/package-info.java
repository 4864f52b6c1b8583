/** The trace in JSON and as a document, and the search for inquiries. */
@NullMarked
package io.hourglass.trace.web;

import org.jspecify.annotations.NullMarked;
