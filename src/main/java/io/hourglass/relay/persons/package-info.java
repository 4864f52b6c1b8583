/** What is kept of a person by the relay. */
@NullMarked
package io.hourglass.relay.persons;

import org.jspecify.annotations.NullMarked;
