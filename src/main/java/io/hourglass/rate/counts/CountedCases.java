package io.hourglass.rate.counts;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.RatedSubjects;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts settled cases for those whose numbers they feed: a subject, and the whole that it is a part of. */
@Component
public class CountedCases {

    private final DayBuckets buckets;
    private final ByTrack<RatedSubjects> subjects;

    CountedCases(DayBuckets buckets, List<RatedSubjects> subjects) {
        this.buckets = buckets;
        this.subjects = new ByTrack<>(subjects);
    }

    /** Those whose number a case of that subject feeds. */
    public List<Subject> fedBy(Subject subject) {
        var whole = subjects.of(subject.track()).wholeOf(subject);
        return Stream.concat(Stream.of(subject), whole.stream()).toList();
    }

    /** By subject that they feed. */
    public Map<Subject, Counts> count(List<JudgedCase> judged) {
        return judged.stream()
                .flatMap(one -> fedBy(one.subject()).stream().map(fed -> Map.entry(fed, one.state())))
                .collect(groupingBy(
                        Map.Entry::getKey, collectingAndThen(mapping(Map.Entry::getValue, toList()), Counts::of)));
    }

    /** All of a day. */
    public void add(TrackDay day, Map<Subject, Counts> counts) {
        buckets.add(counts.entrySet().stream()
                .map(of -> new DayBucket(of.getKey(), day.day(), of.getValue()))
                .toList());
    }

    /** One of the day's cases stands at another state now. */
    public void move(Subject subject, LocalDate day, State from, State to) {
        fedBy(subject).forEach(fed -> {
            var counts = buckets.totals(fed, day, day).moved(from, to);
            buckets.replace(new DayBucket(fed, day, counts));
        });
    }
}
