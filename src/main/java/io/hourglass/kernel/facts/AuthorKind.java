package io.hourglass.kernel.facts;

/** Who wrote a message. Which kinds count as an answer is policy, decided by {@code author-kinds.dmn} (R5, C2, C3). */
public enum AuthorKind {
    HUMAN,
    AI_ASSISTED,
    AI_AGENT,
    /** A preset text that is sent automatically. */
    QUICK_REPLY,
    SERVICE_ASSISTANT,
    AUTO_REPLY,
    SYSTEM
}
