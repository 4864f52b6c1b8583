package io.hourglass.chat;

import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.ChatReportBuilder;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Recorded;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Buyers who chat with the accounts of a shop, for tests: things happen now unless said otherwise. */
@TestComponent
public class Chats {

    public static final BuyerId BUYER = new BuyerId("buyer-1");
    public static final SupplierId SHOP = new SupplierId("shop-1");
    public static final AccountId ANNA = new AccountId("anna");
    public static final AccountId BEN = new AccountId("ben");

    private final RecordChat record;
    private final CasesOfBuyers cases;
    private final VerdictEntries entries;
    private final ChatPolicies policies;
    private final Clock clock;
    private final AtomicInteger sent = new AtomicInteger();

    Chats(RecordChat record, CasesOfBuyers cases, VerdictEntries entries, ChatPolicies policies, Clock clock) {
        this.record = record;
        this.cases = cases;
        this.entries = entries;
        this.policies = policies;
        this.clock = clock;
    }

    public Recorded asks(BuyerId buyer, AccountId account, Instant at) {
        return records(report(ChatFactKind.ASKED, buyer, account).occurredAt(at));
    }

    public Recorded asks(AccountId account) {
        return asks(BUYER, account, clock.instant());
    }

    public Recorded writes(AccountId account, BuyerId buyer, AuthorKind author, Instant at) {
        return records(report(ChatFactKind.WROTE, buyer, account).author(author).occurredAt(at));
    }

    public Recorded writes(AccountId account) {
        return writes(account, BUYER, AuthorKind.HUMAN, clock.instant());
    }

    public Recorded transfers(AccountId from, AccountId to, Instant at) {
        return records(report(ChatFactKind.TRANSFERRED, BUYER, to).from(from).occurredAt(at));
    }

    public Recorded blocks(AccountId account) {
        return records(report(ChatFactKind.BLOCKED, BUYER, account));
    }

    /** @param shop null for all */
    public Recorded marks(ChatFactKind mark, BuyerId buyer, @Nullable SupplierId shop, Instant at) {
        return records(ChatReport.builder()
                .id(next())
                .kind(mark)
                .buyer(buyer)
                .shop(shop)
                .channel(Channel.WEB)
                .occurredAt(at));
    }

    public Recorded retracts(Recorded fact) {
        return records(ChatReport.builder()
                .id(next())
                .kind(ChatFactKind.RETRACTED)
                .about(fact.fact().fact().id())
                .channel(Channel.WEB));
    }

    public Recorded reclassifies(Recorded fact, AuthorKind author) {
        return records(ChatReport.builder()
                .id(next())
                .kind(ChatFactKind.RECLASSIFIED)
                .about(fact.fact().fact().id())
                .author(author)
                .channel(Channel.WEB));
    }

    public Recorded records(ChatReportBuilder report) {
        return record.record(report.build());
    }

    /** With an id of its own, by an account of {@link #SHOP}. */
    public ChatReportBuilder report(ChatFactKind kind, BuyerId buyer, AccountId account) {
        return ChatReport.builder()
                .id(next())
                .kind(kind)
                .buyer(buyer)
                .account(account)
                .shop(SHOP)
                .channel(Channel.WEB);
    }

    private FactId next() {
        return new FactId("chat-%06d".formatted(sent.incrementAndGet())); // later ids behind earlier ones
    }

    /** Of that buyer with the account on the day of the instant. */
    public ConsultationId consultation(BuyerId buyer, AccountId account, Instant at) {
        return cases.consultation(buyer, account, dayOf(at));
    }

    /** The natural day, by the policy in force. */
    public LocalDate dayOf(Instant at) {
        return policies.calendar().dayOf(at);
    }

    /** The states that the books hold of it, in their order. */
    public List<State> booked(ConsultationId id) {
        return entries.historyOf(id).stream().map(VerdictEntry::state).toList();
    }
}
