package io.hourglass.mailbox.boxes;

import java.time.Instant;

/**
 * That a mailbox could not be read.
 *
 * @param words the server's own, in one line of up to 200 characters; may be empty
 */
public record Failure(FailureKind kind, String words, Instant at) {}
