/** Facts that come as records: taken together, and those that can never be taken go to a topic of their own. */
@NullMarked
package io.hourglass.stream.facts;

import org.jspecify.annotations.NullMarked;
