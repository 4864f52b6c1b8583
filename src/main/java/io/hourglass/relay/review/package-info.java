/** Mails of which the program could not say who wrote them: a person looks, and says it. */
@NamedInterface("review")
@NullMarked
package io.hourglass.relay.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
