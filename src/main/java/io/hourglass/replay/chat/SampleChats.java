package io.hourglass.replay.chat;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.ChatReportBuilder;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Forty days of chat of two shops with three accounts each, up to an instant: always the same, by a seed. */
final class SampleChats {

    private static final long SEED = 73;
    private static final int DAYS = 40;
    private static final int BUYERS = 60;
    private static final int A_DAY = 3;
    private static final int ON_THE_BAD_DAY = 14;
    private static final int BAD_DAY = 9;
    private static final int OPENS = 9;
    private static final int CLOSES = 21;
    private static final int LATE = 23;

    private static final double AFTER_HOURS = 0.12;
    private static final double TRANSFERRED = 0.08;
    private static final double BLOCKED = 0.03;
    private static final double ASSISTANT = 0.3;
    private static final double SECOND_QUESTION = 0.4;

    /** Since when some wait at the end, in minutes. */
    private static final List<Integer> WAITING = List.of(41, 9, 2);

    /** @param answers the share of consultations within its hours that it answers on the same day */
    record Seat(SupplierId shop, AccountId account, String name, AuthorKind author, double answers) {

        private static Seat of(String shop, String account, String name, AuthorKind author, double answers) {
            return new Seat(new SupplierId(shop), new AccountId(account), name, author, answers);
        }
    }

    static final List<Seat> SEATS = List.of(
            Seat.of(SampleAccess.SUPPLIER, "silk-anna", "Anna, pre-sales", AuthorKind.HUMAN, 0.95),
            Seat.of(SampleAccess.SUPPLIER, "silk-ben", "Ben, orders", AuthorKind.HUMAN, 0.6),
            Seat.of(SampleAccess.SUPPLIER, "silk-agent", "AI agent", AuthorKind.AI_AGENT, 0.99),
            Seat.of("sample-supplier-03", "box-dora", "Dora", AuthorKind.HUMAN, 0.9),
            Seat.of("sample-supplier-03", "box-eli", "Eli", AuthorKind.AI_ASSISTED, 0.88),
            Seat.of("sample-supplier-03", "box-fang", "Fang, evenings", AuthorKind.HUMAN, 0.8));

    private final Random random = new Random(SEED);
    private final List<ChatReport> reports = new ArrayList<>();
    private final ZoneId zone;
    private final Instant until;

    private SampleChats(ZoneId zone, Instant until) {
        this.zone = zone;
        this.until = until;
    }

    /** In the order in which they occurred; nothing lies after the instant. */
    static List<ChatReport> upTo(Instant until, ZoneId zone) {
        var chats = new SampleChats(zone, until.truncatedTo(ChronoUnit.MINUTES));
        var today = chats.until.atZone(zone).toLocalDate();
        for (var back = DAYS; back >= 0; back--) {
            chats.day(today.minusDays(back), back == BAD_DAY);
        }
        WAITING.forEach(chats::waiting);
        return chats.reports.stream()
                .filter(report -> !at(report).isAfter(until))
                .sorted(Comparator.comparing(SampleChats::at).thenComparing(ChatReport::id))
                .toList();
    }

    static Instant at(ChatReport report) {
        return Objects.requireNonNull(report.occurredAt());
    }

    private void day(LocalDate day, boolean bad) {
        for (var seat : SEATS) {
            var many = bad && seat.author() == AuthorKind.HUMAN ? ON_THE_BAD_DAY : 1 + random.nextInt(A_DAY);
            for (var number = 0; number < many; number++) {
                consult(seat, day, bad);
            }
        }
    }

    private void consult(Seat seat, LocalDate day, boolean bad) {
        var buyer = buyer(1 + random.nextInt(BUYERS));
        var afterHours = chance(AFTER_HOURS);
        var hour = afterHours ? CLOSES + random.nextInt(LATE - CLOSES + 1) : OPENS + random.nextInt(CLOSES - OPENS);
        var asked = day.atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(zone)
                .toInstant();
        asks(seat, buyer, asked, "Is it in stock, and from which quantity?");
        if (chance(ASSISTANT)) {
            writes(
                    seat,
                    buyer,
                    AuthorKind.SERVICE_ASSISTANT,
                    asked.plusSeconds(2),
                    "Welcome! We are with you shortly.");
        }
        if (chance(SECOND_QUESTION)) {
            asks(seat, buyer, asked.plusSeconds(90), "Can you send a sample first?");
        }
        var human = seat.author() != AuthorKind.AI_AGENT;
        var share = afterHours && human ? seat.answers() / 4 : bad && human ? seat.answers() / 2 : seat.answers();
        if (chance(share)) {
            var minutes = human ? 1 + random.nextInt(45) : 0;
            writes(
                    seat,
                    buyer,
                    seat.author(),
                    asked.plus(Duration.ofMinutes(minutes)).plusSeconds(5),
                    "Yes, from 50 pieces.");
        } else if (chance(TRANSFERRED)) {
            transfer(seat, buyer, asked.plus(Duration.ofMinutes(10)));
        } else if (chance(BLOCKED)) {
            add(seat, ChatFactKind.BLOCKED, buyer, asked.plus(Duration.ofMinutes(3)));
        }
    }

    private void transfer(Seat from, BuyerId buyer, Instant at) {
        var to = SEATS.stream()
                .filter(seat -> seat.shop().equals(from.shop()) && !seat.equals(from))
                .toList()
                .get(random.nextInt(2));
        reports.add(report(to, ChatFactKind.TRANSFERRED, buyer, at)
                .from(from.account())
                .build());
        if (chance(to.answers())) {
            writes(to, buyer, to.author(), at.plus(Duration.ofMinutes(4)), "I take over from my colleague.");
        }
    }

    /** The shop of the sample's supplier has something to answer now. */
    private void waiting(int minutes) {
        var seat = SEATS.get(minutes % 2);
        asks(seat, buyer(minutes), until.minus(Duration.ofMinutes(minutes)), "Are you there?");
    }

    private void asks(Seat seat, BuyerId buyer, Instant at, String text) {
        reports.add(report(seat, ChatFactKind.ASKED, buyer, at)
                .text(new FactText(null, text))
                .build());
    }

    private void writes(Seat seat, BuyerId buyer, AuthorKind author, Instant at, String text) {
        reports.add(report(seat, ChatFactKind.WROTE, buyer, at)
                .author(author)
                .text(new FactText(null, text))
                .build());
    }

    private void add(Seat seat, ChatFactKind kind, BuyerId buyer, Instant at) {
        reports.add(report(seat, kind, buyer, at).build());
    }

    private ChatReportBuilder report(Seat seat, ChatFactKind kind, BuyerId buyer, Instant at) {
        return ChatReport.builder()
                .id(new FactId(String.format("SAMPLE-CHAT-%04d", reports.size() + 1)))
                .kind(kind)
                .buyer(buyer)
                .account(seat.account())
                .shop(seat.shop())
                .channel(new Channel("CHAT"))
                .occurredAt(at);
    }

    /** One of those that send the sample's inquiries. */
    private static BuyerId buyer(int number) {
        return new BuyerId(String.format("sample-buyer-%02d", number));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
