/** The rules of the relay, by version: whether a mail of which it cannot be said who wrote it counts until a person has looked. */
@NullMarked
package io.hourglass.relay.rules;

import org.jspecify.annotations.NullMarked;
