package io.hourglass.policy.jdbc;

import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.sla.DuplicateRule;
import io.hourglass.sla.ReplyPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPolicyVersions implements PolicyVersions {

    private final JdbcClient jdbc;

    JdbcPolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ReplyPolicy> all() {
        return jdbc.sql("select * from hourglass.policy_version order by version")
                .query((row, number) -> policy(row))
                .list();
    }

    @Override
    public int authorKindsVersion(int policyVersion) {
        return jdbc.sql("select author_kinds_version from hourglass.policy_version where version = ?")
                .param(policyVersion)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(ReplyPolicy policy, int authorKindsVersion) {
        jdbc.sql(
                        """
                        insert into hourglass.policy_version (version, in_force_from, zone, reply_within, object_within,
                            books_close_after_days, rate_window_days, duplicates, offer_stays_for,
                            textless_reply_counts, counting_authors, author_kinds_version, early_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        policy.version(),
                        UtcColumn.of(policy.inForceFrom()),
                        policy.zone().getId(),
                        policy.replyWithin().toString(),
                        policy.objectWithin().toString(),
                        policy.booksCloseAfterDays(),
                        policy.rateWindowDays(),
                        policy.duplicates().name(),
                        policy.offerStaysFor().toString(),
                        policy.textlessReplyCounts(),
                        policy.countingAuthors().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        authorKindsVersion,
                        policy.earlyBy().toString())
                .update();
    }

    /** Versions made before there was such a thing have none. */
    private static Duration earlyBy(@Nullable String column) {
        return column == null ? Duration.ZERO : Duration.parse(column);
    }

    private static ReplyPolicy policy(ResultSet row) throws SQLException {
        return new ReplyPolicy(
                row.getInt("version"),
                UtcColumn.read(row, "in_force_from"),
                ZoneId.of(row.getString("zone")),
                Duration.parse(row.getString("reply_within")),
                Period.parse(row.getString("object_within")),
                row.getInt("books_close_after_days"),
                row.getInt("rate_window_days"),
                DuplicateRule.valueOf(row.getString("duplicates")),
                Duration.parse(row.getString("offer_stays_for")),
                row.getBoolean("textless_reply_counts"),
                Arrays.stream(row.getString("counting_authors").split(","))
                        .filter(kind -> !kind.isEmpty())
                        .map(AuthorKind::valueOf)
                        .collect(Collectors.toSet()),
                earlyBy(row.getString("early_by")));
    }
}
