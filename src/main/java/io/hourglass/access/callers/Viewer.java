package io.hourglass.access.callers;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.time.MarketplaceZone;
import io.hourglass.kernel.time.ZonedFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;

/** Who reads the present page: in which zone, and in which language. Templates know it as {@code @viewer}. */
@Component("viewer")
public class Viewer {

    private final MarketplaceZone marketplace;
    private final Clock clock;

    Viewer(MarketplaceZone marketplace, Clock clock) {
        this.marketplace = marketplace;
        this.clock = clock;
    }

    /** When the page is made. */
    public Instant now() {
        return clock.instant();
    }

    /** The one that the reader has set, or else the marketplace's. Days, windows and closes are the marketplace's always. */
    public ZoneId zone() {
        var chosen = LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext context
                ? context.getTimeZone()
                : null;
        return chosen == null ? marketplace.zone() : chosen.toZoneId();
    }

    /** @throws InvalidInput for the field {@code zone}, if there is no zone of that name, in any case */
    public static ZoneId zoneNamed(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().stream()
                .filter(name::equalsIgnoreCase)
                .min(Comparator.comparing(one -> !one.equals(name)))
                .map(ZoneId::of)
                .orElseThrow(() -> new InvalidInput("zone", name, "the name of a time zone, such as Asia/Shanghai"));
    }

    /** Whose natural days decide. */
    public ZoneId marketplaceZone() {
        return marketplace.zone();
    }

    public boolean isAway() {
        return !zone().equals(marketplace.zone());
    }

    /** A zone in the reader's words: {@code China Time}. */
    public String called(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
    }

    public ZonedFormat format() {
        return new ZonedFormat(zone(), LocaleContextHolder.getLocale());
    }
}
