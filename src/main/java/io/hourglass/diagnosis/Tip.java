package io.hourglass.diagnosis;

/**
 * Some inquiries of a supplier of which fewer were answered in time than of the rest.
 *
 * @param group which of the aspect: hours such as 18:00–21:00, an account, a category; empty where the aspect says it all
 * @param rest all others, or of an account all that others answered
 * @param surely not by chance alone
 * @param missing how many more would have been answered in time if it had gone as with the rest; at least 1
 */
record Tip(Aspect aspect, String group, Share share, Share rest, boolean surely, int missing) {}
