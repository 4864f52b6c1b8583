package io.hourglass.chat.diagnosis;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Why a consultation of a shop went unanswered, by what all of the shop's consultations show. */
final class Causes {

    private final ZoneId zone;
    private final Map<AccountId, AccountWork> work = new HashMap<>();
    private final Set<ConsultationId> inBursts;
    private final OnDuty onDuty;

    /**
     * @param shop all consultations of the shop, at least one
     * @param usual the days that show how many an account usually has
     */
    Causes(List<HandledConsultation> shop, Span usual, ZoneId zone) {
        this.zone = zone;
        for (var one : shop) {
            var account = work.computeIfAbsent(one.account(), id -> new AccountWork());
            one.wroteAt().forEach(at -> account.wrote(at, at.atZone(zone).toLocalDateTime()));
        }
        this.inBursts = Bursts.among(shop, usual);
        var days = shop.stream().map(HandledConsultation::day).toList();
        this.onDuty = new OnDuty(
                work.values(),
                days.stream().min(Comparator.naturalOrder()).orElseThrow(),
                days.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    UsualHours usualHours(AccountId account) {
        return Objects.requireNonNull(work.get(account)).usual();
    }

    /** Of an unanswered one; without {@link Cause#ONE_ACCOUNT}. */
    Set<Cause> of(HandledConsultation one) {
        var at = one.openedAt().atZone(zone).toLocalDateTime();
        var causes = EnumSet.noneOf(Cause.class);
        addHours(one, at, causes);
        add(Cause.BURST, inBursts.contains(one.id()), causes);
        add(Cause.FEW_ON_DUTY, onDuty.wereFew(at), causes);
        add(Cause.TRANSFER, one.transferred() || one.givenAwayAt() != null, causes);
        add(Cause.BLOCKED, one.blockedAt() != null, causes);
        return causes;
    }

    private void addHours(HandledConsultation one, LocalDateTime at, Set<Cause> causes) {
        var account = Objects.requireNonNull(work.get(one.account()));
        var usual = account.usual();
        add(Cause.AFTER_HOURS, usual.isAfterWork(at), causes);
        add(Cause.LAST_HOUR_OF_SHIFT, usual.isLastHour(at), causes);
        add(Cause.NO_HAND_OVER, usual.isBeforeWork(at) && account.wroteAfter(one.openedAt(), at.toLocalDate()), causes);
    }

    private static void add(Cause cause, boolean holds, Set<Cause> causes) {
        if (holds) {
            causes.add(cause);
        }
    }
}
