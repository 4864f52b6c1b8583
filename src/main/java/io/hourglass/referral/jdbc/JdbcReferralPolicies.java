package io.hourglass.referral.jdbc;

import io.hourglass.group.Lookup;
import io.hourglass.group.Rows;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.referral.ReferralPolicies;
import io.hourglass.referral.ReferralPolicy;
import io.hourglass.referral.RulesAsJson;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of a version are one JSON text; the first is written by the migration. */
@Repository
class JdbcReferralPolicies implements ReferralPolicies {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final Lookup<String, List<ReferralPolicy>> versions;

    JdbcReferralPolicies(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.versions = new Lookup<>(rows, all -> Map.of(ALL, load()));
    }

    @Override
    public List<ReferralPolicy> all() {
        return versions.find(ALL).orElseThrow();
    }

    @Override
    public void add(ReferralPolicy policy) {
        jdbc.sql("insert into hourglass.referral_policy (version, in_force_from, rules) values (?, ?, ?)")
                .params(policy.version(), UtcColumn.of(policy.inForceFrom()), RulesAsJson.write(policy.rules()))
                .update();
        versions.forget(ALL);
    }

    private List<ReferralPolicy> load() {
        return jdbc.sql("select version, in_force_from, rules from hourglass.referral_policy order by version")
                .query((row, number) -> new ReferralPolicy(
                        row.getInt("version"),
                        UtcColumn.read(row, "in_force_from"),
                        RulesAsJson.read(row.getString("rules"))))
                .list();
    }
}
