package io.hourglass.replay.log;

import java.time.Instant;

/** What a line of a log says. */
public interface LoggedLine {

    /** Of the log, from 1. */
    long line();

    /** When it occurred. */
    Instant at();

    /** What it is called where it is rejected. */
    String name();
}
