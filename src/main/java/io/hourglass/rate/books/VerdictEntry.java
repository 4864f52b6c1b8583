package io.hourglass.rate.books;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.Rule;
import io.hourglass.kernel.tracks.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the books: a case's state from here on, and why. Entries are only ever added.
 *
 * @param seq 1 for a case's first entry
 */
public record VerdictEntry(JudgedCase judged, int seq, Cause cause, Instant bookedAt) {

    public CaseId id() {
        return judged.id();
    }

    public Subject subject() {
        return judged.subject();
    }

    public LocalDate day() {
        return judged.day();
    }

    public Rule rule() {
        return judged.rule();
    }

    public State state() {
        return judged.state();
    }

    /** Null where the absence of a fact decided. */
    public @Nullable FactId decidingFact() {
        return judged.decidingFact();
    }

    /** Null for a case that is excluded. */
    public @Nullable CaseId anchor() {
        return judged.anchor();
    }

    public int policyVersion() {
        return judged.policyVersion();
    }

    /** Whether it is one of those that the day's seal covers; any other is a record of its own in the ledger. */
    boolean inBooks() {
        return state().inBooks() && cause.kind() != Cause.Kind.RESTATEMENT;
    }

    /** Whether a further entry would say the same for the same reason. */
    public boolean says(JudgedCase again) {
        return judged.equals(again);
    }
}
