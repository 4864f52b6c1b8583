package io.hourglass.bench.work;

import io.hourglass.inquiry.judging.InquiryState;
import java.util.Arrays;

/** How the life of an inquiry goes. */
public enum Course {
    REPLIED(InquiryState.TIMELY, 11),
    REJECTED(InquiryState.REJECTED, 14),
    /** Nobody answers, and the buyer lets the offer of alternatives expire. */
    UNANSWERED(InquiryState.UNANSWERED, 16),
    /** Nobody answers, and the buyer asks for alternatives. */
    ALTERNATIVES(InquiryState.UNANSWERED, 19),
    /** The system recognises spam at intake. */
    SPAM(InquiryState.SPAM, 20);

    private final InquiryState verdict;
    private final int upperBound;

    /** @param upperBound of the places in twenty that go so; the course before it is the lower one */
    Course(InquiryState verdict, int upperBound) {
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

    InquiryState verdict() {
        return verdict;
    }

    public boolean staysUnanswered() {
        return this == UNANSWERED || this == ALTERNATIVES;
    }
}
