package io.hourglass.audit.entries;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes after or beside the books. The next seal takes in what it can see, and the one after it the rest. */
public interface LedgerRecords {

    /** Adds it in the caller's transaction. */
    void note(LedgerEntry entry);

    /** Marks all records of the track that no seal has taken in as that day's. What names no track goes with the inquiries. */
    void take(TrackDay day);

    /** Those that the day's seal has taken in, in their order. */
    List<Noted> takenBy(TrackDay day);

    /** The days of the track whose seals have taken in records of that case, in their order. */
    List<LocalDate> daysWith(CaseId id);

    /** Those of one kind that fit, sealed or not, the latest first. */
    List<Noted> latest(String kind, Sought sought, long offset, int limit);

    /**
     * Which records are looked for: all that is given must hold.
     *
     * @param by the persons behind them, by their ids; empty for anybody
     * @param field a field of the content with its value, as canonical JSON has it; empty for any
     * @param from noted at that instant or later; null for ever since
     * @param until noted before; null without an end
     */
    record Sought(Set<String> by, String field, @Nullable Instant from, @Nullable Instant until) {

        public static final Sought ALL = new Sought(Set.of(), "", null, null);
    }

    /**
     * @param caseId that it is of; null for one of no case
     * @param content the entry's fields as canonical JSON
     */
    record Noted(long number, String kind, @Nullable String by, @Nullable String caseId, String content, Instant at) {}
}
