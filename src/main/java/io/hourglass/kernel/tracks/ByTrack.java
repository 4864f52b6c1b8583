package io.hourglass.kernel.tracks;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Track;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What tracks registered of one kind, each once. */
public final class ByTrack<T extends OfTrack> {

    private final Map<Track, T> registered;

    /** @throws IllegalStateException if a track registered two */
    public ByTrack(Collection<? extends T> all) {
        registered = all.stream().collect(toUnmodifiableMap(OfTrack::track, one -> one));
    }

    /** @throws NotFound if no module registered that track */
    public T of(Track track) {
        var one = registered.get(track);
        if (one == null) {
            throw new NotFound("track", track.name());
        }
        return one;
    }

    /** In the order of their tracks. */
    public List<T> all() {
        return registered.values().stream()
                .sorted(Comparator.comparing(OfTrack::track))
                .toList();
    }
}
