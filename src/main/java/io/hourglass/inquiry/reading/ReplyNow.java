package io.hourglass.inquiry.reading;

/** What a person's reply to an inquiry is worth if it is written now. */
public enum ReplyNow {
    IN_TIME,
    LATE,
    /** The answer that decided came before. */
    ANSWERED,
    /** It is out of the rate, and a reply does not bring it back. */
    LEFT_OUT,
    /** The books of its day are closed. */
    SETTLED;

    public static ReplyNow to(InquiryFile file) {
        var judgement = file.judgement();
        if (judgement.booksClosed()) {
            return SETTLED;
        }
        return switch (judgement.state()) {
            case TIMELY, LATE -> ANSWERED;
            case SPAM, REJECTED, WITHDRAWN, OUT_OF_BOOKS -> LEFT_OUT;
            case PENDING, DUPLICATE, FOLLOW_UP, UNVERIFIED, UNANSWERED ->
                file.asOf().isAfter(judgement.clocks().replyDeadline()) ? LATE : IN_TIME;
        };
    }
}
