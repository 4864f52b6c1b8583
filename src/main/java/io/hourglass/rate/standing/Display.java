package io.hourglass.rate.standing;

/** Whether buyers see a supplier's rate. It changes the display only, never what the rate entitles to. */
public enum Display {
    SHOWN,
    /** By the supplier's own choice. */
    HIDDEN,
    /** Shown, and the marketplace no longer leaves the choice. */
    MANDATORY;

    public boolean isShown() {
        return this != HIDDEN;
    }
}
