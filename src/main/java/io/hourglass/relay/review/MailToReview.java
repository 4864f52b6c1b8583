package io.hourglass.relay.review;

import io.hourglass.relay.mails.RelayedMail;

/**
 * A mail of which somebody has to say who wrote it.
 *
 * @param subject empty if it has none
 * @param text what is kept of it; empty if it has none
 */
public record MailToReview(RelayedMail mail, String subject, String text) {}
