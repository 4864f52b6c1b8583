package io.hourglass.policy;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.sla.days.DayCalendar;
import io.hourglass.sla.days.NaturalDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, checks, activates and withdraws versions of every kind of policy (ADR 38). What is in force never changes: a version
 * begins ahead, and can be withdrawn until it does. Of two concurrent changes of a kind the second sees the first.
 */
@Component
public class ChangePolicies {

    static final String VERSION = "version";

    private static final String RULES = "rules";
    private static final String IN_FORCE_FROM = "inForceFrom";

    private final Map<String, PolicyVersions<?>> kinds;
    private final StoredPolicies stored;
    private final DayCalendar days;
    private final Actions actions;
    private final Clock clock;

    ChangePolicies(
            List<PolicyVersions<?>> kinds, StoredPolicies stored, DayCalendar days, Actions actions, Clock clock) {
        this.kinds = kinds.stream().collect(toMap(one -> one.kind().name(), identity(), (a, b) -> a, TreeMap::new));
        this.stored = stored;
        this.days = days;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * A version that is to be.
     *
     * @param on the natural day from whose start on it is to be in force
     * @param rules all that may be set
     */
    public record Draft(String kind, LocalDate on, JsonNode rules) {}

    /** By name. */
    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /**
     * By version, those that were withdrawn among them.
     *
     * @throws NotFound if there is no such kind
     */
    @Transactional(readOnly = true)
    public List<PolicyVersion> versions(String kind) {
        return stored.of(versionsOf(kind).kind().name());
    }

    /** Whether a version that stands has come into force, or is so near to it that it stays. */
    public boolean isFixed(PolicyVersion version) {
        var kind = versionsOf(version.kind()).kind();
        return version.version() == 1
                || !clock.instant().isBefore(kind.fixedFrom(version.from(), zoneBefore(version.from())));
    }

    /** The natural day from whose start on it is in force; empty if it begins within one. */
    public Optional<LocalDate> dayOf(PolicyVersion version) {
        var from = version.from();
        var kind = versionsOf(version.kind()).kind();
        var near = from.on() == null ? NaturalDay.of(from.instant(), ZoneOffset.UTC) : from.day();
        return Stream.of(near.minusDays(1), near, near.plusDays(1))
                .filter(day -> kind.from(day, version.rules()).equals(from))
                .findFirst();
    }

    /**
     * The rules of a version that may be set, some of them changed. Nothing is kept.
     *
     * @param changes those that are to be otherwise, by name
     * @throws NotFound if there is no such kind or version
     * @throws InvalidInput if a rule is unknown or makes no sense
     */
    @Transactional(readOnly = true)
    public JsonNode copy(String kind, int version, JsonNode changes) {
        var versions = versionsOf(kind);
        if (!changes.isObject()) {
            throw new InvalidInput("changes", changes, "a JSON object of rules");
        }
        ObjectNode draft =
                versions.kind().copied(versions.kept(version).rules()).deepCopy();
        merge(draft, changes);
        kept(versions.kind(), draft, "changes");
        return draft;
    }

    /**
     * What would be kept of a draft that is activated now. Nothing is.
     *
     * @throws NotFound if there is no such kind
     * @throws InvalidInput if it cannot be activated
     */
    @Transactional(readOnly = true)
    public PolicyVersion validated(Draft draft) {
        return next(versionsOf(draft.kind()), draft);
    }

    /**
     * The rules that differ, from the one version to the other.
     *
     * @throws NotFound if there is no such kind or version
     */
    @Transactional(readOnly = true)
    public List<PolicyDifference> differences(String kind, int from, int to) {
        var versions = versionsOf(kind);
        return PolicyDifference.between(
                versions.kept(from).rules(), versions.kept(to).rules());
    }

    /** The rules of a version, or of a draft, that differ from those of the version that it follows. */
    @Transactional(readOnly = true)
    public List<PolicyDifference> differencesBefore(PolicyVersion version) {
        return stored.of(version.kind()).stream()
                .filter(one -> one.stands() && one.version() < version.version())
                .reduce((earlier, later) -> later)
                .map(before -> PolicyDifference.between(before.rules(), version.rules()))
                .orElse(List.of());
    }

    /**
     * @param reason why; the ledger keeps it: it names no person
     * @throws NotFound if there is no such kind
     * @throws InvalidInput if it does not begin on a natural day ahead and after the last version, or over a year ahead, or a rule is
     *     missing, unknown, or makes no sense
     */
    @Transactional
    public PolicyVersion activate(Draft draft, String reason) {
        var versions = versionsOf(draft.kind());
        stored.lock(draft.kind());
        return add(versions, next(versions, draft), reason);
    }

    /**
     * The same in the form of its kind, without a reason.
     *
     * @param field where the rules stand in the input; empty if they are all of it
     */
    @Transactional
    public PolicyVersion activate(String kind, EffectiveFrom from, JsonNode rules, String field) {
        var versions = versionsOf(kind);
        stored.lock(kind);
        return add(versions, next(versions, from, kept(versions.kind(), rules, field)), null);
    }

    /**
     * @param reason why; the ledger keeps it: it names no person
     * @throws NotFound if there is no such kind or version
     * @throws NotWithdrawable if it is in force, or was withdrawn before
     */
    @Transactional
    public PolicyVersion withdraw(String kind, int number, String reason) {
        var versions = versionsOf(kind);
        stored.lock(kind);
        var version = versions.kept(number);
        if (!version.stands()) {
            throw new NotWithdrawable(version, NotWithdrawable.Reason.WITHDRAWN);
        }
        if (isFixed(version)) {
            throw new NotWithdrawable(version, NotWithdrawable.Reason.IN_FORCE);
        }
        stored.withdraw(kind, number, clock.instant());
        actions.note(Action.WITHDRAW_A_POLICY, about(version), reason);
        return versions.kept(number);
    }

    private PolicyVersion add(PolicyVersions<?> versions, PolicyVersion version, @Nullable String reason) {
        stored.add(version);
        var action = versions.kind().activation();
        var about = action == Action.ACTIVATE_A_POLICY ? about(version) : VERSION + " " + version.version();
        var from = "in force from " + version.from();
        actions.note(action, about, reason == null ? from : from + ": " + reason);
        return version;
    }

    private PolicyVersion next(PolicyVersions<?> versions, Draft draft) {
        var kind = versions.kind();
        var rules = kept(kind, draft.rules(), RULES);
        var now = clock.instant();
        EffectiveFrom.on(draft.on()).check(EffectiveFrom.on(LocalDate.EPOCH), now, days.zoneAt(now));
        return next(versions, kind.from(draft.on(), rules), rules);
    }

    private PolicyVersion next(PolicyVersions<?> versions, EffectiveFrom from, JsonNode rules) {
        var kind = versions.kind();
        var all = stored.of(kind.name());
        var last = all.stream()
                .filter(PolicyVersion::stands)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var now = clock.instant();
        from.check(last.from(), now, days.zoneAt(now));
        var version = new PolicyVersion(kind.name(), all.get(all.size() - 1).version() + 1, from, rules, null);
        if (isFixed(version)) {
            throw new InvalidInput(
                    IN_FORCE_FROM, from, "later: it begins on this day already, or too soon for all nodes to know it");
        }
        return version;
    }

    private static JsonNode kept(PolicyKind<?> kind, JsonNode rules, String field) {
        try {
            return kind.kept(rules);
        } catch (InvalidInput e) {
            var place =
                    Stream.of(field, e.field()).filter(part -> !part.isEmpty()).collect(joining("."));
            throw new InvalidInput(place, e.value(), e.rule());
        }
    }

    private static void merge(ObjectNode rules, JsonNode changes) {
        changes.properties().forEach(change -> {
            var before = rules.get(change.getKey());
            if (before instanceof ObjectNode inner && change.getValue().isObject()) {
                merge(inner, change.getValue());
            } else {
                rules.set(change.getKey(), change.getValue());
            }
        });
    }

    /** What gives natural days until then. */
    private ZoneId zoneBefore(EffectiveFrom from) {
        return days.zoneAt(from.start(days.zoneAt(clock.instant())).minusMillis(1));
    }

    private PolicyVersions<?> versionsOf(String kind) {
        var versions = kinds.get(kind);
        if (versions == null) {
            throw new NotFound("policy", kind);
        }
        return versions;
    }

    private static String about(PolicyVersion version) {
        return version.kind() + " " + version.version();
    }
}
