package io.hourglass.relay.rules;

import org.jspecify.annotations.Nullable;

/**
 * What the relay keeps to, as data.
 *
 * @param unsureCounts whether a mail counts as a person's reply while nobody has said who wrote it
 * @param candidatesCount whether a mail of a mailbox that has only the inquiry's subject and its participants counts while nobody has said
 *     what it is about; null: it does not
 */
public record RelayRules(boolean unsureCounts, @Nullable Boolean candidatesCount) {

    public boolean countsCandidates() {
        return Boolean.TRUE.equals(candidatesCount);
    }

    /** What does not count is left out, as in versions made before there was such. */
    RelayRules asKept() {
        return new RelayRules(unsureCounts, countsCandidates() ? true : null);
    }

    /** With all that may be set. */
    RelayRules whole() {
        return new RelayRules(unsureCounts, countsCandidates());
    }
}
