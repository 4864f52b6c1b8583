/** What is kept of a person by mail. */
@NullMarked
package io.hourglass.mailing.persons;

import org.jspecify.annotations.NullMarked;
