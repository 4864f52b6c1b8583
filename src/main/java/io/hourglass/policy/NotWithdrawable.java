package io.hourglass.policy;

import io.hourglass.kernel.Refused;
import io.hourglass.policy.versions.PolicyVersion;
import java.util.Map;

/** A version is in force, or was withdrawn before. Nothing has been changed. */
public class NotWithdrawable extends Refused {

    /** Why. */
    public enum Reason {
        IN_FORCE,
        WITHDRAWN
    }

    private final Reason reason;

    NotWithdrawable(PolicyVersion version, Reason reason) {
        super(
                "The version is not withdrawn",
                "version " + version.version() + " of the policy " + version.kind()
                        + (reason == Reason.WITHDRAWN
                                ? " was withdrawn before"
                                : " is in force from " + version.from() + ", and can no longer be withdrawn"),
                Map.of("reason", reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
