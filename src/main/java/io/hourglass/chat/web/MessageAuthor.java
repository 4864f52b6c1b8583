package io.hourglass.chat.web;

import io.hourglass.kernel.facts.AuthorKind;
import org.jspecify.annotations.Nullable;

/** Who wrote a message: the buyer, or what kind of author on the account's side. */
enum MessageAuthor {
    BUYER,
    HUMAN,
    AI_ASSISTED,
    AI_AGENT,
    QUICK_REPLY,
    SERVICE_ASSISTANT,
    AUTO_REPLY,
    SYSTEM;

    /** Null for the buyer. */
    @Nullable
    AuthorKind kind() {
        return this == BUYER ? null : AuthorKind.valueOf(name());
    }
}
