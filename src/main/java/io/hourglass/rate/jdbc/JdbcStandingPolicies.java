package io.hourglass.rate.jdbc;

import io.hourglass.rate.standing.StandingPolicies;
import io.hourglass.rate.standing.StandingPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStandingPolicies implements StandingPolicies {

    private final JdbcClient jdbc;

    JdbcStandingPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StandingPolicy> all() {
        return jdbc.sql("select * from hourglass.standing_policy order by version")
                .query((row, number) -> policy(row))
                .list();
    }

    @Override
    public void add(StandingPolicy policy) {
        jdbc.sql(
                        """
                        insert into hourglass.standing_policy (version, in_force_from, gate_percent, minimum_sample,
                            newcomer_sample, exposure_least, exposure_neutral, exposure_most, display_mandatory_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        policy.version(),
                        policy.inForceFrom(),
                        policy.gatePercent(),
                        policy.minimumSample(),
                        policy.newcomerSample(),
                        policy.exposureLeast(),
                        policy.exposureNeutral(),
                        policy.exposureMost(),
                        policy.displayMandatoryFrom())
                .update();
    }

    private static StandingPolicy policy(ResultSet row) throws SQLException {
        return new StandingPolicy(
                row.getInt("version"),
                row.getObject("in_force_from", LocalDate.class),
                row.getInt("gate_percent"),
                row.getInt("minimum_sample"),
                row.getInt("newcomer_sample"),
                row.getBigDecimal("exposure_least"),
                row.getBigDecimal("exposure_neutral"),
                row.getBigDecimal("exposure_most"),
                row.getObject("display_mandatory_from", LocalDate.class));
    }
}
