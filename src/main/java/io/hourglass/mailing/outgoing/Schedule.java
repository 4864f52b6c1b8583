package io.hourglass.mailing.outgoing;

import io.hourglass.access.accounts.Preferences;
import io.hourglass.kernel.time.MarketplaceZone;
import io.hourglass.mailing.kinds.MailKind;
import io.hourglass.mailing.people.Recipient;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** When a mail is due: at once, with the mail of the day, or when the quiet hours are over; all in the zone of its reader. */
@Component
class Schedule {

    /** When the mail of the day goes. */
    private static final LocalTime DAILY = LocalTime.of(8, 0);

    private final Preferences preferences;
    private final MarketplaceZone marketplace;

    Schedule(Preferences preferences, MarketplaceZone marketplace) {
        this.preferences = preferences;
        this.marketplace = marketplace;
    }

    Instant dueAt(MailKind kind, Recipient recipient, Instant now) {
        var quiet = recipient.quiet();
        var waits = recipient.daily() && !kind.urgent();
        if (quiet == null && !waits) {
            return now;
        }
        var zone = zone(recipient);
        var due = waits ? nextDaily(now, zone) : now;
        return quiet == null ? due : quiet.after(due, zone);
    }

    private ZoneId zone(Recipient recipient) {
        return Objects.requireNonNullElse(preferences.of(recipient.account()).zone(), marketplace.zone());
    }

    private static Instant nextDaily(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var at = ZonedDateTime.of(today, DAILY, zone).toInstant();
        return at.isBefore(now)
                ? ZonedDateTime.of(today.plusDays(1), DAILY, zone).toInstant()
                : at;
    }
}
