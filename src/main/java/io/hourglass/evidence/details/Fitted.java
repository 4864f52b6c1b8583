package io.hourglass.evidence.details;

import java.util.Set;

/**
 * What was sent, and as it can be kept.
 *
 * @param inPart the details of which something is missing in what is kept
 */
public record Fitted<T>(T sent, T kept, Set<Detail> inPart) {}
