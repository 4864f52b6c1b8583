package io.hourglass.portal.supplier;

import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What all pages of a supplier say.
 *
 * @param name as buyers know it; its id, if it has none
 * @param acts whether the reader acts for the supplier
 * @param mails whether replies go out by mail, to buyers that get mail
 */
record PageContext(String supplier, String name, boolean acts, boolean mails, ZoneId zone) {

    public Shown shown(Instant instant) {
        return new ZonedFormat(zone).shown(instant);
    }

    public Shown exact(Instant instant) {
        return new ZonedFormat(zone).shownExactly(instant);
    }
}
