package io.hourglass.policy.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.actions.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A kind of policy: what its rules are, and what is asked of them.
 *
 * @param <T> a version of it, as those who apply it see it
 */
public interface PolicyKind<T> {

    /** In addresses and in the table: up to 32 small letters. */
    String name();

    /**
     * @param rules as they are kept
     * @throws io.hourglass.kernel.InvalidInput if a rule is missing, unknown, or makes no sense; it names the field within the rules
     */
    T read(int version, EffectiveFrom from, JsonNode rules);

    /** Of a version that is to be in force from the start of a natural day on. */
    default EffectiveFrom from(LocalDate day, JsonNode rules) {
        return EffectiveFrom.on(day);
    }

    /**
     * What is stored of rules that a person has set. Called once, when a version is activated.
     *
     * @throws io.hourglass.kernel.InvalidInput as {@link #read}, and if they are none that may be set from now on
     */
    default JsonNode kept(JsonNode rules) {
        read(1, from(LocalDate.EPOCH, rules), rules);
        return rules;
    }

    /** Of the rules of a version those that may be set: a copy to be changed. */
    default JsonNode copied(JsonNode rules) {
        return rules;
    }

    /**
     * Before that instant a version must be known, and may be withdrawn.
     *
     * @param zone the marketplace zone until then
     */
    default Instant fixedFrom(EffectiveFrom from, ZoneId zone) {
        return from.start(zone);
    }

    /** As the ledger has it that a version was activated. */
    default Action activation() {
        return Action.ACTIVATE_A_POLICY;
    }
}
