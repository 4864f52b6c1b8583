package io.hourglass.mailing.kinds;

import io.hourglass.kernel.events.EventKind;
import java.util.Map;

/**
 * What can be told by mail.
 *
 * @param byDefault whether it is unless the person says otherwise
 * @param urgent whether it goes at once to those, too, who want one mail a day
 */
public record MailKind(EventKind event, Audience audience, boolean byDefault, boolean urgent) {

    /** @param chosen by the names of kinds what the person has said otherwise */
    public boolean isWanted(Map<String, Boolean> chosen) {
        return chosen.getOrDefault(name(), byDefault);
    }

    public String name() {
        return event.name();
    }
}
