package io.hourglass.mailing.smtp;

import java.util.Map;

/**
 * A mail as it is sent.
 *
 * @param id of ours: it stands in the Message-ID
 * @param to an address
 * @param headers beside those that every mail has
 */
public record Letter(String id, String to, String subject, String text, String html, Map<String, String> headers) {}
