package io.hourglass.referral.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.group.Lookup;
import io.hourglass.group.Rows;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.referral.ReferralPolicies;
import io.hourglass.referral.ReferralPolicy;
import io.hourglass.referral.ReferralRules;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of a version are one JSON text; the first is written by the migration. */
@Repository
class JdbcReferralPolicies implements ReferralPolicies {

    private static final String ALL = "all";

    /** A rule that a version written long ago does not name would be 0: it is refused instead. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

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
                .params(policy.version(), UtcColumn.of(policy.inForceFrom()), text(policy.rules()))
                .update();
        versions.forget(ALL);
    }

    private List<ReferralPolicy> load() {
        return jdbc.sql("select version, in_force_from, rules from hourglass.referral_policy order by version")
                .query((row, number) -> new ReferralPolicy(
                        row.getInt("version"), UtcColumn.read(row, "in_force_from"), rules(row.getString("rules"))))
                .list();
    }

    private static ReferralRules rules(String text) {
        try {
            return JSON.readValue(text, ReferralRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rules of a referral policy cannot be read: " + text, e);
        }
    }

    private static String text(ReferralRules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
