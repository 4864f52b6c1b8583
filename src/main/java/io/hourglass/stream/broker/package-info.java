/** Which Kafka, which topics, and how its clients are set. */
@NullMarked
package io.hourglass.stream.broker;

import org.jspecify.annotations.NullMarked;
