package io.hourglass.inquiry.policy;

/**
 * A version of the reply policy, and where its counting authors come from.
 *
 * @param authorKindsVersion of the decision table that they were read from
 */
public record ReplyVersion(ReplyPolicy policy, int authorKindsVersion) {}
