package io.hourglass.inquiry.recount;

import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.recount.FiledDay.Published;
import io.hourglass.inquiry.recount.FiledDay.Restated;
import io.hourglass.kernel.ids.InquiryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of an exported ledger beside those that follow from its facts. Of each inquiry the one that stands at the close
 * is compared; those before it rested on what was known then. Restatements have to follow what they restate.
 */
final class VerdictComparison {

    private final List<Difference> differences = new ArrayList<>();
    private final Set<InquiryId> judged = new HashSet<>();
    private final Map<InquiryId, Integer> lastSeq = new HashMap<>();
    private final Map<String, Integer> lastRevision = new HashMap<>();
    private @Nullable LocalDate firstDay;
    private int equal;
    private int notCheckable;

    /**
     * @param what of which inquiry or number there is something to say
     * @param filed what the file says of it
     * @param recounted what the facts say, or the entries before it
     */
    record Difference(String what, String supplier, String filed, String recounted) {}

    List<Difference> differences() {
        return differences;
    }

    int equal() {
        return equal;
    }

    /** Of days whose neighbours are not in the file. */
    int notCheckable() {
        return notCheckable;
    }

    /** Of each inquiry of the day that can be judged from the file. */
    void compare(FiledDay day, String supplier, Judgement judgement) {
        var filed = day.verdictOf(judgement.inquiry());
        judged.add(judgement.inquiry());
        if (filed != null && filed.says(judgement)) {
            equal++;
        } else {
            var said = filed == null ? "no verdict" : filed.toString();
            differ(inquiry(judgement.inquiry(), day.day()), supplier, said, FiledVerdict.words(judgement));
        }
    }

    /** @param restated inquiries that a later record restates */
    void finish(FiledDay day, Predicate<InquiryId> restated) {
        firstDay = firstDay == null ? day.day() : firstDay;
        day.contradictions().stream()
                .filter(one -> !judged.contains(one.inquiry()) || !one.verdict().equals(day.verdictOf(one.inquiry())))
                .forEach(one -> differ(
                        inquiry(one.inquiry(), one.day()),
                        one.supplier(),
                        one.verdict().toString(),
                        "by that rule it is " + one.verdict().rule().state()));
        day.inquiries().forEach(filed -> {
            notCheckable += judged.contains(filed.id()) ? 0 : 1;
            var verdict = day.verdictOf(filed.id());
            if (verdict != null && restated.test(filed.id())) {
                lastSeq.put(filed.id(), verdict.seq());
            }
        });
        judged.clear();
    }

    /** It has to come next after a verdict of its inquiry, if the file reaches back to that. */
    void take(Restated restatement) {
        var number = restatement.verdict().seq();
        var before = lastSeq.put(restatement.inquiry(), number);
        if (before == null ? isInFile(restatement.day()) : before + 1 != number) {
            differ(
                    inquiry(restatement.inquiry(), restatement.day()),
                    restatement.supplier(),
                    "restated as no. " + number,
                    before == null ? "no such inquiry" : "no. " + (before + 1) + " comes next");
        }
    }

    /** It has to come next after the revision before, if the file reaches back to that. */
    void take(Published revision) {
        var what = "number of " + revision.supplier() + " on " + revision.on();
        var before = lastRevision.put(what, revision.revision());
        if (before == null
                ? isInFile(revision.windowTo()) && revision.revision() != 2
                : before + 1 != revision.revision()) {
            var next = before == null ? 2 : before + 1;
            differ(what, revision.supplier(), "revision " + revision.revision(), "revision " + next + " comes next");
        }
    }

    private boolean isInFile(LocalDate day) {
        return firstDay != null && !day.isBefore(firstDay);
    }

    private static String inquiry(InquiryId id, LocalDate day) {
        return "inquiry " + id + " of " + day;
    }

    private void differ(String what, String supplier, String filed, String recounted) {
        differences.add(new Difference(what, supplier, filed, recounted));
    }
}
