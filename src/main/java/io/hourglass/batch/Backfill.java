package io.hourglass.batch;

import org.springframework.stereotype.Component;

/**
 * Whether the past is being brought in, by this program and into a database that no other uses: what it is about is over, so
 * that no process begins for it, and nobody is told of it (ADR 80).
 */
@Component
public class Backfill {

    private volatile boolean underWay;

    public boolean isUnderWay() {
        return underWay;
    }

    public void begin() {
        underWay = true;
    }

    public void end() {
        underWay = false;
    }
}
