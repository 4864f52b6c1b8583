package io.hourglass.audit.seals;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The seals, one for each closed day of a track, append-only. */
public interface Seals {

    /** Keeps others from sealing and erasing until the transaction ends. */
    void hold();

    Optional<Seal> find(TrackDay day);

    Optional<Seal> last(Track track);

    /** @param marks see {@link MerkleTree#marks} */
    void add(Seal seal, byte[] marks);

    byte[] marksOf(TrackDay day);

    /** In day order; both ends are included. */
    List<Seal> between(Track track, LocalDate from, LocalDate to);

    /** The latest day first, from {@code offset} on. */
    List<Seal> latest(Track track, long offset, int limit);
}
