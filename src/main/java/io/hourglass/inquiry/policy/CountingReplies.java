package io.hourglass.inquiry.policy;

import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.util.Set;

/**
 * Which replies are answers.
 *
 * @param authors whose replies are, from {@code author-kinds.dmn}
 * @param textless whether one without text is
 * @param earlyBy a fact dated before its inquiry's receipt by this much at the most counts as at the receipt, whose clock may
 *     have been ahead; zero in versions made before 0.2.0
 */
public record CountingReplies(Set<AuthorKind> authors, boolean textless, Duration earlyBy) {

    public CountingReplies {
        authors = Set.copyOf(authors);
    }
}
