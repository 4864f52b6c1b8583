package io.hourglass.kernel.ids;

import java.util.Comparator;

/**
 * The id of a case: one run of the SLA process of its track. Within a track ids are unique, and ordered by Unicode code point.
 * Each track has a type of its own, a record of the value alone.
 */
public interface CaseId {

    /** By track, then by code point. */
    Comparator<CaseId> ORDER =
            Comparator.comparing(CaseId::track).thenComparing(CaseId::value, ExternalId.BY_CODE_POINT);

    Track track();

    /** At most {@link ExternalId#MAX_LENGTH} characters. */
    String value();
}
