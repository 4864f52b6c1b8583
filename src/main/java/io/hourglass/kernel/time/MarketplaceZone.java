package io.hourglass.kernel.time;

import java.time.ZoneId;

/** Where the marketplace has its natural days. */
public interface MarketplaceZone {

    /** The one at present. */
    ZoneId zone();
}
