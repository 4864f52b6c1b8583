package io.hourglass.dispute.kept;

import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;

/** The id under which a dispute was raised; the same id is the same dispute. */
public record DisputeId(String value) {

    public DisputeId {
        ExternalId.check("id", value, ExternalId.MAX_LENGTH);
    }

    /** Of the fact that an accepted claim becomes. */
    public FactId fact() {
        return FactId.own("dispute", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
