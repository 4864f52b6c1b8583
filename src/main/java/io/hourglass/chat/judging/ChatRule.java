package io.hourglass.chat.judging;

import io.hourglass.kernel.tracks.Rule;

/** The rule that decided, or why nothing has decided. */
public enum ChatRule implements Rule {
    OPENING_RETRACTED(ChatState.VOID),
    LEARNED_AFTER_CLOSE(ChatState.OUT_OF_BOOKS),
    /** C9. */
    BUYER_IS_STAFF(ChatState.EXCLUDED),
    /** By the marketplace's list of the shop's accounts (C10). */
    BUYER_IS_ACCOUNT_OF_SHOP(ChatState.EXCLUDED),
    /** By a mark (C10). */
    BUYER_MARKED_OWN(ChatState.EXCLUDED),
    /** C11. */
    BUYER_ABNORMAL(ChatState.EXCLUDED),
    ANSWERED_SAME_DAY(ChatState.ANSWERED),
    DAY_GOES_ON(ChatState.OPEN),
    NO_COUNTING_ANSWER(ChatState.UNANSWERED);

    private final ChatState state;

    ChatRule(ChatState state) {
        this.state = state;
    }

    @Override
    public ChatState state() {
        return state;
    }
}
