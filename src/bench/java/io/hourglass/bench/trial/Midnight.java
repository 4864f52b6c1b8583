package io.hourglass.bench.trial;

import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Callers;
import io.hourglass.bench.measure.Heap;
import io.hourglass.bench.measure.Patience;
import io.hourglass.bench.measure.Spread;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * All open consultations end at one instant, while messages of the new day come in; at the close of the day all are judged once
 * more. On a database on which nothing else has happened.
 *
 * @param endsPerSecond from the end of the day on, until none waits any more
 * @param closeSeconds from the close on, until the numbers are published
 * @param usual what a message took before, in milliseconds
 * @param meanwhile what a message took while they ended
 * @param endsHeap in megabytes above idle, while they ended
 * @param closeHeap the same of the close
 */
public record Midnight(
        int consultations,
        double endsPerSecond,
        double closeSeconds,
        Spread usual,
        Spread meanwhile,
        double endsHeap,
        double closeHeap) {

    private static final LocalDate DAY = LocalDate.parse("2021-03-01");
    private static final Instant NOON = Instant.parse("2021-03-01T04:00:00Z");
    private static final Instant DAY_ENDS = Instant.parse("2021-03-01T16:00:00Z");
    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));
    private static final int ACCOUNTS = 2_000;
    private static final int ACCOUNTS_OF_A_SHOP = 10;
    private static final int TOGETHER = 500;
    private static final int CALLERS = 4;

    /** @param requests single messages of which the usual time is taken */
    public static Midnight of(HourglassItself hourglass, int consultations, int requests) {
        var record = hourglass.bean(RecordChat.class);
        hourglass.moveTo(NOON);
        try (var threads = new Callers(CALLERS)) {
            threads.call(
                    IntStream.range(0, (consultations + TOGETHER - 1) / TOGETHER)
                            .boxed()
                            .toList(),
                    part -> record.recordAll(
                            new Reports(IntStream.range(part * TOGETHER, Math.min((part + 1) * TOGETHER, consultations))
                                    .mapToObj(number -> asked("c-" + number, number))
                                    .toList())));
            hourglass.database().analyze();
            var usual = Spread.ofMillis(threads.call(
                    IntStream.range(0, requests).boxed().toList(),
                    number -> record.record(asked("u-" + number, number))));
            return measured(hourglass, record, consultations, usual);
        }
    }

    private static Midnight measured(HourglassItself hourglass, RecordChat record, int consultations, Spread usual) {
        hourglass.moveTo(DAY_ENDS);
        var due = hourglass.dueTimers();
        var meanwhile = new ConcurrentLinkedQueue<Long>();
        var begun = System.nanoTime();
        double endsHeap;
        double ends;
        try (var heap = new Heap()) {
            var going = CompletableFuture.runAsync(hourglass::fireDue);
            for (var number = 0; !going.isDone(); number++) {
                var start = System.nanoTime();
                record.record(asked("m-" + number, number));
                meanwhile.add(System.nanoTime() - start);
            }
            going.join();
            ends = due * 1e9 / (System.nanoTime() - begun);
            endsHeap = heap.megabytesAboveIdle();
        }
        hourglass.moveTo(CLOSE);
        var closing = System.nanoTime();
        try (var heap = new Heap()) {
            hourglass.fireDue();
            Patience.until(() -> published(hourglass) > 0, () -> "the numbers of " + DAY + " are not published");
            var closed = (System.nanoTime() - closing) / 1e9;
            hourglass.rest();
            if (published(hourglass) != due) {
                throw new IllegalStateException(published(hourglass) + " consultations are published, and not " + due);
            }
            return new Midnight(
                    consultations,
                    ends,
                    closed,
                    usual,
                    Spread.ofMillis(
                            meanwhile.stream().mapToLong(Long::longValue).toArray()),
                    endsHeap,
                    heap.megabytesAboveIdle());
        }
    }

    /** How many the shops' numbers count. */
    private static long published(HourglassItself hourglass) {
        return hourglass.bean(PublishedNumbers.class).on(ConsultationId.CHAT, DAY.plusDays(1)).stream()
                .filter(number -> ChatAccount.of(number.subject()).isEmpty())
                .mapToLong(PublishedNumber::countable)
                .sum();
    }

    /** A question of a buyer of its own, now. */
    private static ChatReport asked(String id, int number) {
        var account = number % ACCOUNTS;
        return ChatReport.builder()
                .id(new FactId(id))
                .kind(ChatFactKind.ASKED)
                .buyer(new BuyerId("b-" + id))
                .account(new AccountId("a-" + account))
                .shop(new SupplierId("s-" + account / ACCOUNTS_OF_A_SHOP))
                .channel(Channel.WEB)
                .build();
    }
}
