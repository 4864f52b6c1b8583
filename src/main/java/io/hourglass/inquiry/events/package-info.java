/** What inquiries tell of themselves, beside what the books tell. */
@NullMarked
package io.hourglass.inquiry.events;

import org.jspecify.annotations.NullMarked;
