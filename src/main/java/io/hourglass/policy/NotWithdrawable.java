package io.hourglass.policy;

/** A version is in force, or was withdrawn before. Nothing has been changed. */
public class NotWithdrawable extends RuntimeException {

    /** Why. */
    public enum Reason {
        IN_FORCE,
        WITHDRAWN
    }

    private final Reason reason;

    NotWithdrawable(PolicyVersion version, Reason reason) {
        super("version " + version.version() + " of the policy " + version.kind()
                + (reason == Reason.WITHDRAWN
                        ? " was withdrawn before"
                        : " is in force from " + version.from() + ", and can no longer be withdrawn"));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
