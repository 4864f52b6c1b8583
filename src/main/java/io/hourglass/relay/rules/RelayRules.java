package io.hourglass.relay.rules;

/**
 * What the relay keeps to, as data.
 *
 * @param unsureCounts whether a mail counts as a person's reply while nobody has said who wrote it
 */
public record RelayRules(boolean unsureCounts) {}
