package io.hourglass.bench.work;

import io.hourglass.sla.State;
import java.util.Arrays;

/** How the life of an inquiry goes. */
public enum Course {
    REPLIED(State.TIMELY, 11),
    REJECTED(State.REJECTED, 14),
    /** Nobody answers, and the buyer lets the offer of alternatives expire. */
    UNANSWERED(State.UNANSWERED, 16),
    /** Nobody answers, and the buyer asks for alternatives. */
    ALTERNATIVES(State.UNANSWERED, 19),
    /** The system recognises spam at intake. */
    SPAM(State.SPAM, 20);

    private final State verdict;
    private final int upperBound;

    /** @param upperBound of the places in twenty that go so; the course before it is the lower one */
    Course(State verdict, int upperBound) {
        this.verdict = verdict;
        this.upperBound = upperBound;
    }

    /** Of twenty in a row eleven are replied to, three rejected, five unanswered and one spam; three of the five ask. */
    static Course ofMix(int number) {
        var place = number % SPAM.upperBound;
        return Arrays.stream(values())
                .filter(course -> place < course.upperBound)
                .findFirst()
                .orElseThrow();
    }

    State verdict() {
        return verdict;
    }

    public boolean staysUnanswered() {
        return this == UNANSWERED || this == ALTERNATIVES;
    }
}
