package io.hourglass.chat.steps;

import io.hourglass.chat.judging.ChatState;

/** Where the process of a consultation ends, or that it goes on. It follows from what the judge says, never the other way round. */
public enum ChatOutcome {
    OPEN,
    ANSWERED,
    /** Not countable. */
    EXCLUDED,
    UNANSWERED;

    static ChatOutcome of(ChatState state) {
        return switch (state) {
            case OPEN -> OPEN;
            case ANSWERED -> ANSWERED;
            case VOID, OUT_OF_BOOKS, EXCLUDED -> EXCLUDED;
            case UNANSWERED -> UNANSWERED;
        };
    }
}
