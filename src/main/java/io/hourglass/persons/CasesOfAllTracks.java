package io.hourglass.persons;

import static java.util.stream.Collectors.joining;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.ByTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the tracks say together of a buyer's cases. */
@Component
class CasesOfAllTracks {

    private final ByTrack<CasesOfPersons> tracks;

    CasesOfAllTracks(List<CasesOfPersons> tracks) {
        this.tracks = new ByTrack<>(tracks);
    }

    List<CaseId> of(BuyerId buyer) {
        var all = new ArrayList<CaseId>();
        tracks.all().forEach(track -> all.addAll(track.of(buyer)));
        return all;
    }

    /** {@link CasesOfPersons#end} of each track. */
    void end(Person person) {
        tracks.all().forEach(track -> track.end(person.cases(track.track())));
    }

    /** How many there are of each track. */
    SortedMap<Track, Integer> numbers(Person person) {
        var numbers = new TreeMap<Track, Integer>();
        tracks.all().forEach(track -> numbers.put(track.track(), track.number(person.cases(track.track()))));
        return numbers;
    }

    /** In words for the ledger: of inquiries always, of other tracks where there are any. */
    String counted(SortedMap<Track, Integer> numbers) {
        return numbers.entrySet().stream()
                .filter(one -> one.getKey().isUnnamed() || one.getValue() > 0)
                .sorted(Comparator.comparing(one -> !one.getKey().isUnnamed()))
                .map(one -> one.getValue() + " " + tracks.of(one.getKey()).plural())
                .collect(joining(", "));
    }

    /** Of each track as many as the page takes, once each. */
    ListPage<BuyerId> called(String typed, PageQuery page) {
        var found =
                tracks.all().stream().map(track -> track.called(typed, page)).toList();
        var buyers = new LinkedHashSet<BuyerId>();
        found.forEach(some -> buyers.addAll(some.items()));
        return new ListPage<>(page, List.copyOf(buyers), null, found.stream().anyMatch(ListPage::more));
    }
}
