package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.work.Slice;
import io.hourglass.inquiry.judging.InquiryState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a contender's tables say what went in: inquiries, verdicts, buckets and published numbers of each slice. */
public final class SelfCheck {

    private static final String VERDICTS =
            """
            select state, count(*) as number from hourglass.verdict_entry e
            where received_day = ? and not exists (
                select 1 from hourglass.verdict_entry later where later.case_id = e.case_id and later.seq > e.seq)
            group by state""";
    private static final String BUCKETS =
            """
            select state, sum(count) as number from hourglass.day_bucket
            where track = 'INQUIRY' and received_day between ? and ? group by state""";
    private static final String PUBLISHED =
            """
            select coalesce(sum(timely), 0) as timely, coalesce(sum(countable), 0) as countable
            from hourglass.published_number where window_to = ?""";

    private final String who;
    private final JdbcClient jdbc;
    private final List<String> differences = new ArrayList<>();

    private SelfCheck(Contender contender) {
        this.who = contender.name() + " on " + contender.database().kind();
        this.jdbc = contender.database().direct();
    }

    /** What differs, in words; empty if everything adds up. */
    public static List<String> of(Series series) {
        var check = new SelfCheck(series.contender());
        series.slices().cut().forEach(check::slice);
        return check.differences;
    }

    private void slice(Slice slice) {
        var day = slice.day();
        compare(day, "rows of inquiry", slice.size(), count(day));
        compare(day, "the last verdict_entry of each inquiry", slice.verdicts(), states(VERDICTS, day));
        compare(day, "the sum of day_bucket", slice.verdicts(), states(BUCKETS, day, day));
        var counted =
                states(BUCKETS, day.minusDays(slice.times().policy().days().rateWindowDays() - 1L), day);
        compare(
                day,
                "the timely of published_number",
                counted.getOrDefault(InquiryState.TIMELY, 0),
                published(day, "timely"));
        compare(day, "the countable of published_number", countable(counted), published(day, "countable"));
    }

    private void compare(LocalDate day, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add("%s, %s: %s should be %s, but is %s".formatted(who, day, what, expected, found));
        }
    }

    private int count(LocalDate day) {
        return jdbc.sql("select count(*) from hourglass.inquiry where received_day = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }

    private Map<InquiryState, Integer> states(String sql, LocalDate... days) {
        var found = new EnumMap<InquiryState, Integer>(InquiryState.class);
        jdbc.sql(sql).params((Object[]) days).query(row -> {
            found.put(InquiryState.valueOf(row.getString("state")), row.getInt("number"));
        });
        return found;
    }

    private int published(LocalDate day, String column) {
        var row = jdbc.sql(PUBLISHED).param(day).query().singleRow();
        return row.get(column) instanceof Number number ? number.intValue() : -1;
    }

    private static int countable(Map<InquiryState, Integer> counts) {
        return counts.getOrDefault(InquiryState.TIMELY, 0)
                + counts.getOrDefault(InquiryState.LATE, 0)
                + counts.getOrDefault(InquiryState.UNANSWERED, 0);
    }
}
