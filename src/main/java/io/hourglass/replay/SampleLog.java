package io.hourglass.replay;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.market.buyers.NameBuyer.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happened on the sample marketplace in the 45 days before an instant: always the same, by a seed. */
final class SampleLog {

    private static final long SEED = 72;
    private static final int INQUIRIES = 200;
    private static final int BUYERS = 60;
    private static final Duration SPAN = Duration.ofDays(45);

    private static final List<Duration> WAITING =
            List.of(Duration.ofHours(67), Duration.ofHours(44), Duration.ofHours(5));

    private static final List<String> PLACES = List.of(
            "Rotterdam",
            "Hamburg",
            "Lyon",
            "Lagos",
            "Santos",
            "Osaka",
            "Busan",
            "Mumbai",
            "Gdańsk",
            "Durban",
            "Oakland",
            "Izmir");

    private static final List<String> TRADES = List.of("Imports", "Hardware", "Home", "Supply", "Trading");

    private static final double SYSTEM_SPAM = 0.03;
    private static final double SECOND_MAIL = 0.06;
    private static final double REJECTED = 0.12;
    private static final double REPORTED = 0.03;
    private static final double AUTO_REPLY = 0.25;
    private static final double LATE_REPLY = 0.4;

    private final Random random = new Random(SEED);
    private final List<LogEvent> events = new ArrayList<>();
    private final Instant until;
    private int inquiries;

    private SampleLog(Instant until) {
        this.until = until;
    }

    /** In the order of {@link LogEvent#BY_TIME}; nothing lies after the instant. */
    static List<LogEvent> upTo(Instant until) {
        var log = new SampleLog(until.truncatedTo(ChronoUnit.MINUTES));
        while (log.inquiries < INQUIRIES) {
            log.inquire();
        }
        WAITING.forEach(log::inquireAgo);
        return log.events.stream()
                .filter(event -> !event.at().isAfter(until))
                .sorted(LogEvent.BY_TIME)
                .toList();
    }

    private void inquire() {
        var supplier = SampleSupplier.ALL.get(random.nextInt(SampleSupplier.ALL.size()));
        var buyer = buyer();
        var at = until.minus(between(Duration.ZERO, SPAN));
        if (chance(SYSTEM_SPAM)) {
            receive(supplier, buyer, at, "known spam phrases");
            return;
        }
        respond(receive(supplier, buyer, at, null), supplier);
        if (chance(SECOND_MAIL)) {
            receive(supplier, buyer, at.plus(Duration.ofMinutes(7)), null);
        }
    }

    /** The supplier of the sample has something to answer, one of it soon. */
    private void inquireAgo(Duration since) {
        var supplier = SampleSupplier.ALL.stream()
                .filter(one -> one.id().value().equals(SampleAccess.SUPPLIER))
                .findFirst()
                .orElseThrow();
        receive(supplier, buyer(), until.minus(since), null);
    }

    private void respond(LogEvent received, SampleSupplier supplier) {
        if (chance(AUTO_REPLY)) {
            add(
                    received,
                    InquiryFactKind.REPLIED,
                    AuthorKind.AUTO_REPLY,
                    Duration.ofSeconds(30),
                    "Thank you for your mail.");
        }
        if (chance(REJECTED)) {
            var after = between(Duration.ofHours(1), Duration.ofHours(60));
            add(received, InquiryFactKind.REJECTED, AuthorKind.HUMAN, after, "We do not make this product.");
        } else if (chance(REPORTED)) {
            var after = between(Duration.ofHours(1), Duration.ofHours(60));
            add(received, InquiryFactKind.SPAM_REPORTED, AuthorKind.HUMAN, after, "An advertisement.");
        } else if (chance(supplier.answersInTime())) {
            var after = between(Duration.ofMinutes(10), Duration.ofDays(2));
            add(received, InquiryFactKind.REPLIED, AuthorKind.HUMAN, after, "Please find our quotation attached.");
        } else if (chance(LATE_REPLY)) {
            var after = between(Duration.ofHours(73), Duration.ofHours(200));
            add(
                    received,
                    InquiryFactKind.REPLIED,
                    AuthorKind.HUMAN,
                    after,
                    "Sorry for the delay. Our quotation is attached.");
        }
    }

    private LogEvent receive(SampleSupplier supplier, BuyerId buyer, Instant at, @Nullable String spamReason) {
        inquiries++;
        var text = new FactText(
                "Quotation for " + supplier.product(),
                "Please quote " + (1 + random.nextInt(20)) * 500 + " pieces of " + supplier.product() + ".");
        var received = LogEvent.builder()
                .line(inquiries)
                .kind(InquiryFactKind.RECEIVED)
                .inquiry(new InquiryId(String.format("SAMPLE-%03d", inquiries)))
                .buyer(buyer)
                .supplier(supplier.id())
                .at(at)
                .category(supplier.category())
                .spamReason(spamReason)
                .text(text)
                .build();
        events.add(received);
        return received;
    }

    private void add(LogEvent received, InquiryFactKind kind, AuthorKind author, Duration after, String text) {
        events.add(LogEvent.builder()
                .line(received.line())
                .kind(kind)
                .inquiry(received.inquiry())
                .buyer(received.buyer())
                .supplier(received.supplier())
                .at(received.at().plus(after))
                .author(author)
                .text(new FactText(null, text))
                .build());
    }

    private BuyerId buyer() {
        return buyer(1 + random.nextInt(BUYERS));
    }

    /** What its buyers are called, each in another way. */
    static List<Named> buyers() {
        return IntStream.range(0, BUYERS)
                .mapToObj(at -> new Named(
                        buyer(at + 1),
                        PLACES.get(at % PLACES.size()) + " " + TRADES.get(at / PLACES.size()) + " (sample)"))
                .toList();
    }

    private static BuyerId buyer(int number) {
        return new BuyerId(String.format("sample-buyer-%02d", number));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private Duration between(Duration least, Duration most) {
        return least.plusMinutes((long) (random.nextDouble() * most.minus(least).toMinutes()));
    }
}
