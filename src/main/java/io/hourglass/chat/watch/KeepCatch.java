package io.hourglass.chat.watch;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.chat.abnormal.Catch;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a caught account on the list, with the mark by which it acts. */
@Component
@Transactional
public class KeepCatch {

    private static final int LENGTH = 22;
    private static final String BY_HAND = "by hand";

    private final CaughtAccounts accounts;
    private final AbnormalMarks marks;
    private final CasesOfBuyers buyers;
    private final Pseudonyms pseudonyms;

    KeepCatch(CaughtAccounts accounts, AbnormalMarks marks, CasesOfBuyers buyers, Pseudonyms pseudonyms) {
        this.accounts = accounts;
        this.marks = marks;
        this.buyers = buyers;
        this.pseudonyms = pseudonyms;
    }

    /**
     * What a rule caught.
     *
     * @param now nothing that was recorded then or later has been seen
     * @return empty if people took the account back from this rule lately, or it is on the list already
     */
    Optional<CaughtAccount> keep(Catch caught, Instant now, ChatPolicy policy) {
        var exempt = Duration.ofDays(policy.abnormal().exemptDays());
        if (accounts.of(List.of(caught.buyer())).stream()
                .anyMatch(before -> before.state().excludes() || isExempt(before, caught, now, exempt))) {
            return Optional.empty();
        }
        var account = CaughtAccount.builder()
                .id(id(caught.buyer(), caught.rule().name(), caught.at()))
                .buyer(caught.buyer())
                .caught(caught)
                .state(CatchState.CAUGHT)
                .caughtAt(caught.at())
                .recordedAt(now)
                .policyVersion(policy.version())
                .build();
        accounts.add(account);
        marks.caught(account);
        return Optional.of(account);
    }

    /** Of what people took back neither what they saw, nor what comes soon after, catches again. */
    private static boolean isExempt(CaughtAccount before, Catch caught, Instant now, Duration exempt) {
        var rule = before.caught();
        var decision = before.decision();
        return rule != null
                && decision != null
                && rule.rule() == caught.rule()
                && (!caught.at().isAfter(decision.at())
                        || now.isBefore(decision.at().plus(exempt)));
    }

    /**
     * What operations mark.
     *
     * @param from from when on what the buyer opens is excluded; not after {@code decision}
     * @return empty if that is excluded already
     */
    public Optional<CaughtAccount> byHand(
            BuyerId buyer, Instant from, ChatPolicy policy, CaughtAccount.Decision decision) {
        buyers.check(buyer);
        var before = accounts.of(List.of(buyer));
        if (before.stream()
                .anyMatch(one -> one.state().excludes() && !one.actsFrom().isAfter(from))) {
            return Optional.empty();
        }
        var account = CaughtAccount.builder()
                .id(id(buyer, BY_HAND + before.size(), decision.at()))
                .buyer(buyer)
                .caught(null)
                .state(CatchState.CONFIRMED)
                .caughtAt(from)
                .recordedAt(decision.at())
                .policyVersion(policy.version())
                .decision(decision)
                .build();
        accounts.add(account);
        marks.confirmed(account);
        return Optional.of(account);
    }

    private String id(BuyerId buyer, String what, Instant at) {
        var pseudonym = pseudonyms.given(List.of(buyer.value())).get(buyer.value());
        var hash = Sha256.of(pseudonym + ' ' + what + ' ' + at);
        return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
    }
}
