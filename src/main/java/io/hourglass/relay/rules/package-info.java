/** The rules of the relay and of replies in mailboxes, by version: whether an unclear mail counts until a person has looked. */
@NullMarked
package io.hourglass.relay.rules;

import org.jspecify.annotations.NullMarked;
