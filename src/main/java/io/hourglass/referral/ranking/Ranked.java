package io.hourglass.referral.ranking;

/**
 * A candidate with its place, and the parts of its score.
 *
 * @param place 1 is the first
 * @param reliability the lower bound of the interval of its published number (R30, ADR 14); 0 without one
 * @param room from 0, none, to 1
 * @param newcomer whether its place is one kept for newcomers, or left over: no score got it there
 */
public record Ranked(Candidate candidate, int place, double score, double reliability, double room, boolean newcomer) {}
