package io.hourglass.replay;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Three weeks of a busy little market around a day: few pairs, so that duplicates chain over midnights. */
final class SeededLog {

    private static final int INQUIRIES = 160;
    private static final List<AuthorKind> AUTHORS =
            List.of(AuthorKind.HUMAN, AuthorKind.AI_ASSISTED, AuthorKind.AUTO_REPLY);

    private final Random random = new Random(20260308);
    private final List<LogEvent> events = new ArrayList<>();

    private SeededLog() {}

    static List<LogEvent> around(LocalDate day, ZoneId zone) {
        var log = new SeededLog();
        var start = NaturalDay.start(day.minusDays(9), zone);
        for (var number = 1; number <= INQUIRIES; number++) {
            log.inquire(number, start.plus(Duration.ofMinutes(log.random.nextInt(19 * 24 * 60))));
        }
        return log.events.stream().sorted(LogEvent.BY_TIME).toList();
    }

    private void inquire(int number, Instant at) {
        var buyer = new BuyerId("buyer-" + random.nextInt(4));
        var supplier = new SupplierId("supplier-" + random.nextInt(3));
        add(number, InquiryFactKind.RECEIVED, buyer, supplier, at, null);
        if (random.nextInt(100) < 12) {
            add(number, InquiryFactKind.SPAM_REPORTED, buyer, supplier, at.plus(upToHours(80)), null);
        }
        if (random.nextInt(100) < 30) {
            add(number, InquiryFactKind.REJECTED, buyer, supplier, at.plus(upToHours(80)), null);
        }
        for (var replies = random.nextInt(3); replies > 0; replies--) {
            var author = AUTHORS.get(random.nextInt(AUTHORS.size()));
            add(number, InquiryFactKind.REPLIED, buyer, supplier, at.plus(upToHours(150)), author);
        }
    }

    private Duration upToHours(int hours) {
        return Duration.ofMinutes(random.nextInt(hours * 60));
    }

    private void add(
            int number,
            InquiryFactKind kind,
            BuyerId buyer,
            SupplierId supplier,
            Instant at,
            @Nullable AuthorKind author) {
        events.add(LogEvent.builder()
                .line(events.size() + 2L)
                .kind(kind)
                .inquiry(new InquiryId("i-" + number))
                .buyer(buyer)
                .supplier(supplier)
                .at(at)
                .author(author)
                .build());
    }
}
