package io.hourglass.chat.intake;

import io.hourglass.batch.Prefetcher;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks the consultations of a batch of facts, and prefetches for them. */
@Component
class ChatPrefetcher implements Prefetcher<ChatReport> {

    private final FactIntake intake;
    private final Facts facts;
    private final ChatAccounts accounts;
    private final MarkedBuyers marked;
    private final CasesOfBuyers ids;
    private final ChatPolicies policies;
    private final ConsultationsAhead ahead;

    ChatPrefetcher(
            FactIntake intake,
            Facts facts,
            ChatAccounts accounts,
            MarkedBuyers marked,
            CasesOfBuyers ids,
            ChatPolicies policies,
            ConsultationsAhead ahead) {
        this.intake = intake;
        this.facts = facts;
        this.accounts = accounts;
        this.marked = marked;
        this.ids = ids;
        this.policies = policies;
        this.ahead = ahead;
    }

    @Override
    public void load(List<ChatReport> reports) {
        var known = facts.find(reports.stream()
                .flatMap(report -> Stream.concat(Stream.of(report.id()), Stream.ofNullable(report.about())))
                .toList());
        var corrected = reports.stream()
                .flatMap(report -> Stream.ofNullable(report.about()))
                .flatMap(about -> Stream.ofNullable(known.get(about)))
                .map(stored -> stored.fact().caseId())
                .filter(id -> id.track().equals(ConsultationId.CHAT))
                .map(ConsultationId::of);
        var listed = accounts.find(
                reports.stream().flatMap(ChatPrefetcher::accountsOf).distinct().toList());
        marked.of(reports.stream()
                .flatMap(report -> Stream.ofNullable(report.buyer()))
                .distinct()
                .toList());
        var fresh = reports.stream()
                .filter(report -> !known.containsKey(report.id()) && mayBeTaken(report, listed))
                .toList();
        ids.prefetch(fresh.stream().map(ChatPrefetcher::buyer).toList());
        ahead.prefetch(
                Stream.concat(corrected, fresh.stream().map(this::caseOf)).toList());
    }

    /** Those that it names; its buyer may be one as well. */
    private static Stream<AccountId> accountsOf(ChatReport report) {
        return Stream.concat(
                Stream.of(report.account(), report.from()).flatMap(Stream::ofNullable),
                Stream.ofNullable(report.buyer()).filter(AccountId::mayBe).map(buyer -> new AccountId(buyer.value())));
    }

    /** What may still be refused creates no pseudonym, and is looked up when its turn comes. */
    private boolean mayBeTaken(ChatReport report, Map<AccountId, ChatAccount> listed) {
        return report.account() != null
                && isListed(report.account(), report.shop(), listed)
                && ExternalId.mayBeNew(buyer(report).value(), ExternalId.MAX_LENGTH)
                && ExternalId.mayBeNew(report.id().value(), FactId.MAX_LENGTH)
                && intake.isNotAhead(report.occurredAt());
    }

    private static boolean isListed(AccountId account, @Nullable SupplierId shop, Map<AccountId, ChatAccount> listed) {
        var known = listed.get(account);
        return known == null ? shop != null : shop == null || shop.equals(known.shop());
    }

    private static BuyerId buyer(ChatReport report) {
        return Objects.requireNonNull(report.buyer());
    }

    private ConsultationId caseOf(ChatReport report) {
        var day = policies.calendar().dayOf(intake.occurredAt(report.occurredAt()));
        return ids.consultation(buyer(report), Objects.requireNonNull(report.account()), day);
    }
}
