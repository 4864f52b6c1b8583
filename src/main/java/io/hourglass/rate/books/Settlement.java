package io.hourglass.rate.books;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.OfTrack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Judges a track's cases from their facts, in batches. Implemented by the module that has the cases. */
public interface Settlement extends OfTrack {

    /** Every case of that day, as of now. */
    List<JudgedCase> judgeDay(LocalDate day);

    /** The same, a part at a time, for a track with more cases on a day than should be held at once; each is asked for once. */
    default Stream<List<JudgedCase>> judgeDayInParts(LocalDate day) {
        return Stream.of(judgeDay(day));
    }

    /** These verdicts of the day stand now. Called once for each part of a day, in day order, in the close's transaction. */
    void daySettled(LocalDate day, List<JudgedCase> judged);

    /** Every case of that day whose verdict may rest on the same facts as that case's, itself included, as of now. */
    List<JudgedCase> judgeTied(CaseId id, LocalDate day);

    /** The days of that case and of all that are tied to it, in their order. */
    SortedSet<LocalDate> daysTiedTo(CaseId id);

    /** Every case that feeds the subject's number, of those days, both included, as of now. */
    List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to);

    /** The same, on the facts and earlier verdicts alone that there were at that instant. */
    List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to, Instant stoodAt);
}
