package io.hourglass.dispute.jdbc;

import io.hourglass.dispute.DisputePolicies;
import io.hourglass.dispute.DisputePolicy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisputePolicies implements DisputePolicies {

    private final JdbcClient jdbc;

    JdbcDisputePolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DisputePolicy> all() {
        return jdbc.sql("select * from hourglass.dispute_policy order by version")
                .query((row, number) -> new DisputePolicy(
                        row.getInt("version"),
                        row.getObject("in_force_from", LocalDate.class),
                        row.getInt("dispute_within_days"),
                        row.getInt("decide_within_days")))
                .list();
    }

    @Override
    public void add(DisputePolicy policy) {
        jdbc.sql(
                        """
                        insert into hourglass.dispute_policy (version, in_force_from, dispute_within_days,
                            decide_within_days)
                        values (?, ?, ?, ?)""")
                .params(policy.version(), policy.inForceFrom(), policy.disputeWithinDays(), policy.decideWithinDays())
                .update();
    }
}
