package io.hourglass.evidence;

import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.FactId;
import java.util.List;
import java.util.Map;

/** A fact was sent again under its id, but with other content. Nothing has been changed. */
public class FactConflict extends Refused {

    private final FactId id;

    /** As the API names a field that breaks a rule. */
    private record Broken(String field, String value, String rule) {}

    public FactConflict(FactId id) {
        super(
                "Known with other content",
                "The " + SentId.knownOtherwise(id),
                Map.of(
                        "errors",
                        List.of(new Broken("id", id.value(), "new, or sent with the same content as before"))));
        this.id = id;
    }

    public FactId id() {
        return id;
    }
}
