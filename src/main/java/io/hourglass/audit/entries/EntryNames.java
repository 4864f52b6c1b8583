package io.hourglass.audit.entries;

import io.hourglass.kernel.ids.Track;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of a track name their fields. Those of inquiries keep the names from before there were other tracks, so
 * that what was sealed is written the same ever after.
 *
 * @param track null where it goes without saying
 * @param caseId the name of the field that holds a case's id
 * @param subject the name of the field that holds the id of the one whose number it is
 * @param openedAt the name of the field that holds the instant to which a case owes its day
 */
public record EntryNames(@Nullable Track track, String caseId, String subject, String openedAt) {

    private static final EntryNames INQUIRIES = new EntryNames(null, "inquiry", "supplier", "receivedAt");

    public static EntryNames of(Track track) {
        return track.isUnnamed() ? INQUIRIES : new EntryNames(track, "case", "subject", "openedAt");
    }
}
