package io.hourglass.chat.reading;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The consultations of a shop on one day, or of one of its accounts, by where they stand. */
@Component
@Transactional(readOnly = true)
public class DaysConsultations {

    private final BookedConsultations booked;
    private final JudgedConsultations cases;
    private final ChatAccounts accounts;
    private final ChatPolicies policies;
    private final Clock clock;

    DaysConsultations(
            BookedConsultations booked,
            JudgedConsultations cases,
            ChatAccounts accounts,
            ChatPolicies policies,
            Clock clock) {
        this.booked = booked;
        this.cases = cases;
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    /** In the zone of the policy in force. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    private LocalDate dayOf(Instant now) {
        return policies.calendar().dayOf(now);
    }

    /**
     * What is open today, the longest waiting first; counted.
     *
     * @param account null for all of the shop
     * @throws NotFound if the shop has no accounts, or none of that id
     */
    public ListPage<ConsultationOfDay> open(SupplierId shop, @Nullable AccountId account, PageQuery page) {
        return on(new Sought(shop, account, today(), ChatState.OPEN), page);
    }

    /**
     * The earliest opened first; counted. All of it is as of one instant.
     *
     * @throws NotFound if the shop has no accounts, or none of that id
     */
    public ListPage<ConsultationOfDay> on(Sought sought, PageQuery page) {
        requireKnown(accounts, sought.shop(), sought.account());
        // not before the first look at the database: what that holds has happened by now
        var now = clock.instant();
        var kept = booked.some(sought, dayOf(now), page.offset(), page.size());
        var found = cases.ofManyAsOf(kept, now).stream()
                .map(ConsultationOfDay::of)
                .flatMap(Optional::stream)
                .toList();
        var count = counts(sought, dayOf(now));
        var state = sought.state();
        return ListPage.counted(page, found, state == null ? count.asked() + count.excluded() : count.of(state));
    }

    /** Of that day, of all states. */
    public DayCount counts(Sought sought) {
        return counts(sought, today());
    }

    private DayCount counts(Sought sought, LocalDate today) {
        var ofShop = booked.counts(sought.shop(), sought.day(), sought.day(), today);
        return DayCount.sum(ofShop.entrySet().stream()
                .filter(one -> sought.account() == null || one.getKey().equals(sought.account()))
                .flatMap(one -> one.getValue().values().stream())
                .toList());
    }

    /** How many are open today of a shop; 0 for one without accounts. */
    public int countOpen(SupplierId shop) {
        var today = today();
        return booked.counts(List.of(shop), today, today)
                .getOrDefault(shop, DayCount.NONE)
                .open();
    }

    static void requireKnown(ChatAccounts accounts, SupplierId shop, @Nullable AccountId account) {
        if (account == null) {
            if (accounts.of(shop).isEmpty()) {
                throw new NotFound("shop", shop.value());
            }
        } else if (accounts.find(account)
                .filter(found -> found.shop().equals(shop))
                .isEmpty()) {
            throw new NotFound("account", account.value());
        }
    }
}
