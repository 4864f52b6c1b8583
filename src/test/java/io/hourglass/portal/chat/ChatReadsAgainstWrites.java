package io.hourglass.portal.chat;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.diagnosis.Overlap;
import io.hourglass.chat.diagnosis.Share;
import io.hourglass.chat.intake.RecordChat.Recorded;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.AccountFigures;
import io.hourglass.chat.reading.ConsultationOfDay;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.DaysConsultations;
import io.hourglass.chat.reading.RateHistory;
import io.hourglass.chat.reading.ShopFigures;
import io.hourglass.chat.reading.Sought;
import io.hourglass.chat.supervision.ChatDiagnoses;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.Recount;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.trace.ConsultationTraces;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a shop, an auditor and operations read of chat, added up by real threads while messages come in and days close. */
@HourglassTest
abstract class ChatReadsAgainstWrites {

    private static final AccountId CARL = new AccountId("carl");
    private static final List<AccountId> ACCOUNTS = List.of(ANNA, BEN, CARL);
    private static final PageQuery ALL = new PageQuery(0, 500);
    private static final int A_DAY = 12;
    private static final int STEPS = 24;
    private static final int TALKS_A_STEP = 5;
    private static final int READERS = 2;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private DaysConsultations consultations;

    @Autowired
    private ShopFigures figures;

    @Autowired
    private RateHistory history;

    @Autowired
    private ChatDiagnoses diagnoses;

    @Autowired
    private NumberDrillDown behind;

    @Autowired
    private Recount recount;

    @Autowired
    private ConsultationTraces traces;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<ConsultationId> asked = new CopyOnWriteArrayList<>();
    private final Set<String> broken = new ConcurrentSkipListSet<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final AtomicInteger talks = new AtomicInteger();
    private final Semaphore talked = new Semaphore(0);

    @BeforeEach
    void threeDays() {
        for (var day = 0; day < 3; day++) {
            Stream.generate(this::talk).limit(A_DAY).forEach(last -> {});
            marketplace.pass(Duration.ofDays(1));
        }
    }

    /** A question, and what becomes of it: answered, answered by a machine, taken back, handed on, or nothing. */
    private Recorded talk() {
        var number = talks.getAndIncrement();
        var buyer = new BuyerId("buyer-" + number % (2 * A_DAY));
        var account = ACCOUNTS.get(number % ACCOUNTS.size());
        var question = chats.asks(buyer, account, marketplace.now());
        asked.add(question.id());
        switch (number % 7) {
            case 0, 1, 2 -> chats.writes(account, buyer, AuthorKind.HUMAN, marketplace.now());
            case 3 -> chats.retracts(chats.writes(account, buyer, AuthorKind.AI_AGENT, marketplace.now()));
            case 4 -> chats.writes(account, buyer, AuthorKind.AUTO_REPLY, marketplace.now());
            case 5 ->
                chats.records(
                        chats.report(ChatFactKind.TRANSFERRED, buyer, ACCOUNTS.get((number + 1) % ACCOUNTS.size()))
                                .from(account));
            default -> chats.retracts(question);
        }
        return question;
    }

    @Test
    @DisplayName("whatever is read while messages come in and days close adds up")
    void addsUp() {
        var over = new AtomicBoolean();
        var threads = Executors.newCachedThreadPool();
        try {
            var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> readOn(over), threads))
                    .limit(READERS)
                    .toList();
            var writers = Stream.<Runnable>of(this::messages, this::lateAnswers, this::daysClose)
                    .map(writer -> CompletableFuture.runAsync(writer, threads))
                    .toList();
            writers.forEach(CompletableFuture::join);
            over.set(true);
            readers.forEach(CompletableFuture::join);
        } finally {
            over.set(true);
            threads.shutdown();
        }
        assertThat(broken).isEmpty();
        assertThat(seen).containsOnlyKeys("list", "figures", "history", "number", "diagnosis", "trace");
    }

    /** So that every day has some, each step of time waits for its talks. */
    private void messages() {
        for (var step = 0; step < STEPS; step++) {
            Stream.generate(this::talk).limit(TALKS_A_STEP).forEach(last -> {});
            talked.release();
        }
    }

    private void daysClose() {
        for (var step = 0; step < STEPS; step++) {
            talked.acquireUninterruptibly();
            marketplace.pass(Duration.ofHours(3));
        }
    }

    /** Of the day before, most of which lie in its books still. */
    private void lateAnswers() {
        for (var number = 0; number < STEPS * TALKS_A_STEP / 2; number++) {
            var at = marketplace.now().minus(Duration.ofHours(number % 30));
            chats.writes(
                    ACCOUNTS.get(number % ACCOUNTS.size()),
                    new BuyerId("buyer-" + number % A_DAY),
                    AuthorKind.HUMAN,
                    at);
        }
    }

    private void readOn(AtomicBoolean over) {
        var read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
        do {
            var day = consultations.today();
            Stream.of(day, day.minusDays(1), day.minusDays(2)).forEach(this::checkList);
            attempt("figures", () -> read.executeWithoutResult(status -> checkFigures()));
            attempt("history", () -> read.executeWithoutResult(status -> checkHistory()));
            attempt("diagnosis", () -> read.executeWithoutResult(status -> checkDiagnosis()));
            attempt("number", this::checkNumbers);
            var known = List.copyOf(asked); // a part of a list that others add to cannot be gone through
            for (var id : known.subList(Math.max(0, known.size() - 5), known.size())) {
                attempt("trace", () -> checkTrace(id));
            }
        } while (!over.get());
    }

    private void attempt(String what, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            broken.add(what + ": " + e);
        }
    }

    private void equal(String what, Object one, Object other) {
        seen.merge(what, 1, Integer::sum);
        if (!one.equals(other)) {
            broken.add(what + ": " + one + " is not " + other);
        }
    }

    /** The rows are as many as it says, and each stands where it was looked for. */
    private void checkList(LocalDate day) {
        var states = new ArrayList<@Nullable ChatState>(
                List.of(ChatState.OPEN, ChatState.ANSWERED, ChatState.UNANSWERED, ChatState.EXCLUDED));
        states.add(null);
        for (var state : states) {
            attempt("list", () -> {
                var page = consultations.on(new Sought(SHOP, null, day, state), ALL);
                equal(
                        "list",
                        day + " " + state + " " + page.items().size(),
                        day + " " + state + " " + page.countedTotal());
                if (state != null) {
                    page.items().stream().map(ConsultationOfDay::state).forEach(each -> equal("list", each, state));
                }
            });
        }
    }

    /** Today is the same as counted and as listed; the shop's number is the sum over its accounts. */
    private void checkFigures() {
        var shop = figures.of(SHOP);
        equal("figures", shop.today().answered(), counts(null, shop.day()).answered());
        equal("figures", total(shop.today()), total(counts(null, shop.day())));
        equal(
                "figures",
                total(shop.today()),
                consultations
                        .on(new Sought(SHOP, null, shop.day(), null), ALL)
                        .items()
                        .size());
        var number = shop.published().number();
        if (number != null) {
            var ofAccounts = shop.accounts().stream()
                    .flatMap(one -> Stream.ofNullable(one.published().number()))
                    .toList();
            equal(
                    "figures",
                    number.timely(),
                    ofAccounts.stream().mapToInt(PublishedNumber::timely).sum());
            equal(
                    "figures",
                    number.countable(),
                    ofAccounts.stream().mapToInt(PublishedNumber::countable).sum());
        }
    }

    private DayCount counts(@Nullable AccountId account, LocalDate day) {
        return consultations.counts(new Sought(SHOP, account, day, null));
    }

    private static int total(DayCount count) {
        return count.asked() + count.excluded();
    }

    /** Each day is the sum over the accounts, whether it is locked or not. */
    private void checkHistory() {
        var today = consultations.today();
        var days = new TreeMap<LocalDate, Integer>();
        for (var account : ACCOUNTS) {
            history.days(SHOP, account, 4).forEach(day -> days.merge(day.day(), total(day.counts()), Integer::sum));
        }
        var ofShop = history.days(SHOP, null, 3);
        if (!consultations.today().equals(today)) {
            return; // midnight passed between the questions, which were of other days then: no snapshot holds the clock
        }
        for (var day : ofShop) {
            equal("history", day + " " + total(day.counts()), day + " " + days.get(day.day()));
            if (!day.settled()) {
                equal("history", total(day.counts()), total(counts(null, day.day())));
            }
        }
    }

    /** The rate of the span is that of its days, of its hours, and of the table of its accounts. */
    private void checkDiagnosis() {
        var whose = new ChatDiagnoses.Whose(SHOP, null);
        var span = diagnoses.span(null, null);
        var diagnosed = diagnoses.of(whose, span);
        var all = diagnosed.diagnosis().now();
        equal("diagnosis", all, sum(diagnosed.pictures().days().tailMap(span.from()).values().stream()));
        equal("diagnosis", all, sum(diagnosed.pictures().hours().stream()));
        equal("diagnosis", all, sum(diagnoses.daily(whose, span).stream().map(AccountTally::share)));
        equal(
                "diagnosis",
                all.unanswered(),
                diagnosed.diagnosis().overlaps().stream()
                        .mapToInt(Overlap::consultations)
                        .sum());
    }

    private static Share sum(Stream<Share> shares) {
        return shares.reduce(
                new Share(0, 0),
                (one, other) -> new Share(one.answered() + other.answered(), one.countable() + other.countable()));
    }

    /** The consultations behind each number add up to it, and it is the same counted again. */
    private void checkNumbers() {
        var shop = figures.of(SHOP);
        Stream.concat(Stream.of(shop.published()), shop.accounts().stream().map(AccountFigures::published))
                .flatMap(published -> Stream.ofNullable(published.number()))
                .forEach(number -> {
                    var under = behind.behind(number.subject(), number.publishedOn(), null, null, ALL);
                    var rows = under.entries().items();
                    equal("number", rows.size(), under.entries().countedTotal());
                    equal("number", number.timely(), (int)
                            rows.stream().filter(row -> row.state().met()).count());
                    equal("number", number.countable(), (int)
                            rows.stream().filter(row -> row.state().countable()).count());
                    equal(
                            "number",
                            true,
                            recount.of(number.subject(), number.publishedOn(), null)
                                    .equal());
                });
    }

    /** What it says, its facts and the books are of one moment. */
    private void checkTrace(ConsultationId id) {
        var trace = traces.of(id);
        var state = trace.judged().state().orElseThrow();
        var entries = trace.kept().entries();
        var booked = entries.isEmpty()
                ? ChatState.OPEN
                : entries.get(entries.size() - 1).state();
        // the day may be over, and its timer not have fired
        if (booked != ChatState.OPEN) {
            equal("trace", id + " " + booked, id + " " + state);
        }
        var facts = trace.judged().consultation().facts().stream()
                .map(Fact::id)
                .sorted()
                .toList();
        equal(
                "trace",
                facts,
                trace.kept().facts().stream()
                        .map(told -> told.stored().fact().id())
                        .sorted()
                        .toList());
    }
}
