package io.hourglass.portal.supplier;

import io.hourglass.web.Moment;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What all pages of a supplier say.
 *
 * @param name as buyers know it; its id, if it has none
 * @param acts whether whoever looks acts for the supplier
 * @param now the instant at which the page was made
 */
record Desk(String supplier, String name, boolean acts, Instant now, ZoneId zone) {

    public Moment moment(Instant instant) {
        return Moment.of(instant, zone);
    }

    public Moment exact(Instant instant) {
        return Moment.exact(instant, zone);
    }
}
