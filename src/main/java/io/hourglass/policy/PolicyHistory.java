package io.hourglass.policy;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.audit.actions.ActionLog.Sought;
import io.hourglass.kernel.NotFound;
import io.hourglass.policy.versions.PolicyVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who activated and withdrew the versions of a kind of policy, and why, as the ledger has it. */
@Component
public class PolicyHistory {

    /** More than the versions of any kind: one a day for ten years. */
    private static final int MAX = 4_000;

    private static final String REASON = ": ";

    private final List<PolicyVersions<?>> kinds;
    private final ActionLog log;

    PolicyHistory(List<PolicyVersions<?>> kinds, ActionLog log) {
        this.kinds = kinds;
        this.log = log;
    }

    /**
     * A person's part in a version.
     *
     * @param by the id of the actor; the pseudonym of one that has been erased, null where there is none
     * @param reason empty if none was given
     */
    public record Change(int version, boolean withdrawn, @Nullable String by, Instant at, String reason) {}

    /**
     * The latest first; nothing of a version that nobody activated, such as the first.
     *
     * @throws NotFound if there is no such kind
     */
    @Transactional(readOnly = true)
    public List<Change> of(String kind) {
        var action = kinds.stream()
                .map(PolicyVersions::kind)
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("policy", kind))
                .activation();
        return Stream.of(action, Action.WITHDRAW_A_POLICY)
                .flatMap(one -> log.latest(Sought.of(one), 0, MAX).stream())
                .flatMap(done -> change(kind, done).stream())
                .toList();
    }

    private static Optional<Change> change(String kind, Done done) {
        var namesKind = done.action() == Action.WITHDRAW_A_POLICY || done.action() == Action.ACTIVATE_A_POLICY;
        var prefix = (namesKind ? kind : ChangePolicies.VERSION) + " ";
        return done.about().startsWith(prefix)
                ? Optional.of(change(Integer.parseInt(done.about().substring(prefix.length())), done))
                : Optional.empty();
    }

    private static Change change(int version, Done done) {
        var withdrawn = done.action() == Action.WITHDRAW_A_POLICY;
        var said = done.details();
        var begin = said.indexOf(REASON);
        var reason = withdrawn ? said : begin < 0 ? "" : said.substring(begin + REASON.length());
        return new Change(version, withdrawn, done.by(), done.at(), reason);
    }
}
