package io.hourglass.referral.jdbc;

import io.hourglass.batch.rows.Insert;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Reasons;
import io.hourglass.referral.ranking.Candidate;
import io.hourglass.referral.ranking.Ranked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A supplier offered, as a row of the exposure ledger. */
final class OfferedRow {

    static final Insert INSERT = new Insert(
            3,
            """
            insert into hourglass.referral_candidate (inquiry, place, supplier, score, relevance, reliability, room,
                newcomer, timely, countable, open_now, usual, capacity, served_alike, alike,
                served_in_category, served_buyer, category, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer), ?, ?, ?, ?, ?, ?)""");

    private static final Pattern SPACE = Pattern.compile(" ");

    private OfferedRow() {}

    static @Nullable Object[] of(InquiryId inquiry, Offered offered) {
        var ranked = offered.ranked();
        var candidate = ranked.candidate();
        var reasons = offered.reasons();
        return new @Nullable Object[] {
            inquiry.value(),
            ranked.place(),
            candidate.supplier().value(),
            ranked.score(),
            candidate.relevance(),
            ranked.reliability(),
            ranked.room(),
            ranked.newcomer(),
            candidate.timely(),
            candidate.countable(),
            candidate.open(),
            candidate.usual(),
            candidate.capacity() == null ? null : candidate.capacity().toString(),
            reasons.servedAlike(),
            reasons.alike(),
            reasons.servedInCategory(),
            reasons.servedBuyer(),
            reasons.category(),
            String.join(" ", reasons.words())
        };
    }

    static Offered read(ResultSet row) throws SQLException {
        var candidate = Candidate.builder()
                .supplier(new SupplierId(row.getString("supplier")))
                .relevance(row.getDouble("relevance"))
                .timely(row.getInt("timely"))
                .countable(row.getInt("countable"))
                .open(row.getInt("open_now"))
                .usual(row.getDouble("usual"))
                .capacity(row.getObject("capacity", Integer.class))
                .build();
        var ranked = new Ranked(
                candidate,
                row.getInt("place"),
                row.getDouble("score"),
                row.getDouble("reliability"),
                row.getDouble("room"),
                row.getBoolean("newcomer"));
        return new Offered(
                ranked,
                new Reasons(
                        row.getInt("served_alike"),
                        row.getInt("alike"),
                        row.getInt("served_in_category"),
                        row.getInt("served_buyer"),
                        row.getString("category"),
                        words(row.getString("words"))));
    }

    /** No word has a space in it. */
    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(SPACE.split(text, -1));
    }
}
