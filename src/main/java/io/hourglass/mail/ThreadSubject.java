package io.hourglass.mail;

import io.hourglass.mail.words.Folded;

/**
 * A subject as it is compared with that of the mail which began the conversation: folded, without what mail programs and lists put before it.
 *
 * @param text empty if nothing is left
 * @param passedOn whether a mail program wrote it of a mail that was passed on
 */
public record ThreadSubject(String text, boolean passedOn) {

    /** Beyond that all are taken for the same. */
    private static final int MOST = 300;

    /** @param subject as {@link ReadMail} has it */
    public static ThreadSubject of(String subject) {
        var folded = Folded.of(subject).replace('\n', ' ');
        var bare = SubjectPrefixes.without(folded);
        return new ThreadSubject(
                bare.length() > MOST ? bare.substring(0, MOST) : bare, SubjectPrefixes.ofPassedOn(folded));
    }
}
