/** Events that go out as records, one node at a time, each supplier's in their order. */
@NullMarked
package io.hourglass.stream.events;

import org.jspecify.annotations.NullMarked;
