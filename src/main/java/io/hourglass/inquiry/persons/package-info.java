/** What inquiries keep of a person, place by place. */
@NullMarked
package io.hourglass.inquiry.persons;

import org.jspecify.annotations.NullMarked;
