package io.hourglass.operations.work;

import io.hourglass.kernel.NotFound;
import java.util.Arrays;
import java.util.Optional;

/** The models that the marketplace runs on; each lies in {@code bpmn/} under its name. */
public enum Workflow {
    INQUIRY("inquiry", "inquiry"),
    CHAT("chat", "chat"),
    REFERRAL("referral", "referral"),
    DAY_CLOSE("day-close", "dayClose"),
    DISPUTE("dispute", "dispute");

    private final String shortName;
    private final String key;

    Workflow(String shortName, String key) {
        this.shortName = shortName;
        this.key = key;
    }

    /** In addresses, and of its file. */
    public String shortName() {
        return shortName;
    }

    /** By which the engine knows it. */
    public String key() {
        return key;
    }

    /** @throws NotFound if there is no model of that name */
    public static Workflow named(String name) {
        return Arrays.stream(values())
                .filter(model -> model.shortName.equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("process model", name));
    }

    /** Empty for a process that is none of the marketplace's. */
    public static Optional<Workflow> withKey(String key) {
        return Arrays.stream(values()).filter(model -> model.key.equals(key)).findFirst();
    }
}
