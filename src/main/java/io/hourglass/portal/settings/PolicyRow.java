package io.hourglass.portal.settings;

import io.hourglass.policy.PolicyHistory.Change;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.portal.settings.PolicyWords.Difference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy, as a row of its table.
 *
 * @param phase its words are {@code policy.phase.} and this: present, past, ahead or withdrawn
 * @param day from whose start on it is in force; null if it begins within one
 * @param activated null of the first, which nobody activated
 * @param withdrawn null while it stands
 * @param differences to the version before it
 */
record PolicyRow(
        PolicyVersion version,
        String phase,
        @Nullable LocalDate day,
        @Nullable Change activated,
        @Nullable Change withdrawn,
        List<Difference> differences) {}
