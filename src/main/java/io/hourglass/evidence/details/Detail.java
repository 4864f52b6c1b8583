package io.hourglass.evidence.details;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hourglass.kernel.facts.Channel;

/**
 * What may be said of a fact beside what decides. A detail never costs the fact: what does not fit is kept as far as it
 * can be ({@link Details}), and the fact says which of its details were kept in part. Their names together stay below
 * 200 characters, as they are kept.
 */
public enum Detail {
    SUBJECT("subject", 500),
    TEXT("text", 20_000),
    /** Why something was rejected, reported or amended: its text. */
    REASON("reason", 20_000),
    /** Up to so many addresses. */
    CC("cc", 10),
    MESSAGE_ID("messageId", 255),
    /** Up to so many ids of mails, and of {@link #REFERENCES} those that these leave room for. */
    IN_REPLY_TO("inReplyTo", 100),
    REFERENCES("references", 100),
    /** A path. */
    CATEGORY("category", 400),
    ACTOR("actor", 64),
    CHANNEL("channel", Channel.MAX_LENGTH),
    SPAM_REASON("spamReason", 500);

    private final String field;
    private final int most;

    Detail(String field, int most) {
        this.field = field;
        this.most = most;
    }

    /** As the API calls it. */
    @JsonValue
    public String field() {
        return field;
    }

    /** How many characters are kept, of {@link #CC} how many addresses, of the headers that name other mails how many ids. */
    public int most() {
        return most;
    }
}
