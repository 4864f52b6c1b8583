package io.hourglass.operations.deeds;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.actions.CurrentActor;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.watch.AbnormalMarks;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccount.Decision;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.chat.watch.KeepCatch;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides of accounts of buyers that rules caught as abnormal, and marks others by hand (C11, ADR 65). Days whose books are closed stay
 * as they are. Who did it, and why, is in the ledger.
 */
@Component
@Transactional
public class DecideAbnormalAccount {

    private static final String PROGRAM = "hourglass";

    private final CaughtAccounts accounts;
    private final AbnormalMarks marks;
    private final KeepCatch keep;
    private final ChatPolicies policies;
    private final Actions actions;
    private final CurrentActor who;
    private final Clock clock;

    DecideAbnormalAccount(
            CaughtAccounts accounts,
            AbnormalMarks marks,
            KeepCatch keep,
            ChatPolicies policies,
            Actions actions,
            CurrentActor who,
            Clock clock) {
        this.accounts = accounts;
        this.marks = marks;
        this.keep = keep;
        this.policies = policies;
        this.actions = actions;
        this.who = who;
        this.clock = clock;
    }

    /**
     * It is abnormal: what it opened from the instant of the catch on is excluded. One that is confirmed already stays so, and nothing
     * is noted.
     *
     * @throws NotFound if there is no such account on the list
     * @throws AlreadyTakenBack if it was taken back: it is marked by hand then
     */
    public CaughtAccount confirm(String id, Reason reason) {
        var before = held(id);
        if (before.state() == CatchState.TAKEN_BACK) {
            throw new AlreadyTakenBack(id);
        }
        if (before.state() == CatchState.CONFIRMED) {
            return before;
        }
        var confirmed = decide(before, CatchState.CONFIRMED, reason);
        marks.confirmed(confirmed);
        actions.note(Action.CONFIRM_AN_ABNORMAL_ACCOUNT, id, reason.text());
        return confirmed;
    }

    /**
     * It is not abnormal: none of its marks holds any more. One that was taken back already stays so, and nothing is noted.
     *
     * @throws NotFound if there is no such account on the list
     */
    public CaughtAccount takeBack(String id, Reason reason) {
        var before = held(id);
        if (before.state() == CatchState.TAKEN_BACK) {
            return before;
        }
        marks.takenBack(before);
        actions.note(Action.TAKE_BACK_AN_ABNORMAL_ACCOUNT, id, reason.text());
        return decide(before, CatchState.TAKEN_BACK, reason);
    }

    /**
     * Marks one that no rule caught. What is excluded already by that instant stays so, and nothing is noted.
     *
     * @param since from when on what it opens is excluded; null means now
     * @throws InvalidInput if {@code since} lies ahead
     */
    public Optional<CaughtAccount> mark(BuyerId buyer, @Nullable Instant since, Reason reason) {
        var now = clock.instant();
        if (since != null && since.isAfter(now)) {
            throw new InvalidInput("since", since, "now or before; it is " + now + " here");
        }
        var policy = policies.calendar().day(policies.calendar().dayOf(now)).policy();
        var from = (since == null ? now : since).truncatedTo(ChronoUnit.MILLIS);
        var marked = keep.byHand(buyer, from, policy, decision(now, reason));
        marked.ifPresent(one -> actions.note(Action.MARK_AN_ABNORMAL_ACCOUNT, one.id(), reason.text()));
        return marked;
    }

    private CaughtAccount held(String id) {
        return accounts.lock(id).orElseThrow(() -> new NotFound("abnormal account", id));
    }

    private CaughtAccount decide(CaughtAccount before, CatchState state, Reason reason) {
        var after = before.withState(state).withDecision(decision(clock.instant(), reason));
        accounts.decide(after);
        return after;
    }

    private Decision decision(Instant at, Reason reason) {
        return new Decision(who.acts().orElse(PROGRAM), at, reason.text());
    }
}
