package io.hourglass.chat.abnormal;

/** By what a buyer's account is found to be abnormal (C11). The figures are those of {@link AbnormalFigures}. */
public enum AbnormalRule {
    /** It wrote to many accounts within minutes, and talked with hardly any. */
    BURST_WITHOUT_CONVERSATION,
    /** Several shops blocked it soon after its registration, none of which it talked with. */
    BLOCKED_AFTER_REGISTRATION,
    /** It wrote the same text to many shops within a day, and talked with hardly any. */
    SAME_TEXT_TO_MANY_SHOPS
}
