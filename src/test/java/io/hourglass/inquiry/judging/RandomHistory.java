package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A pair's inquiries over a few days and all that happens to them, the same for the same seed. Times like to fall on a
 * boundary, or a millisecond beside it.
 */
final class RandomHistory {

    private static final List<String> IDS = List.of("Q", "q", "q-1", "é", "询", "\uFFFD", "\uD83D\uDE00");
    /** Few, so that mails and replies share some; the last is of no mail. */
    private static final List<String> MAIL_IDS = List.of("a", "b", "c", "d", "e", "f", "g", "nowhere");

    private static final List<InquiryFactKind> KINDS = List.of(
            InquiryFactKind.REPLIED,
            InquiryFactKind.REPLIED,
            InquiryFactKind.REPLIED,
            InquiryFactKind.REPLIED,
            InquiryFactKind.REPLIED,
            InquiryFactKind.REJECTED,
            InquiryFactKind.SPAM_REPORTED,
            InquiryFactKind.WITHDRAWN,
            InquiryFactKind.BELONGS_TO,
            InquiryFactKind.FOLLOW_UP,
            InquiryFactKind.ALTERNATIVES_REQUESTED,
            InquiryFactKind.BOUNCED,
            InquiryFactKind.RETRACTED,
            InquiryFactKind.RETRACTED,
            InquiryFactKind.RECLASSIFIED);

    private final Random random;
    private final ReplyPolicy policy;
    private final ReplyPolicy laterPolicy;
    private final Instant start;
    private final Instant cutOver;
    private final List<CaseFile> pair = new ArrayList<>();
    private int facts;

    RandomHistory(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        var beginning = oneOf(List.of(
                new Beginning(SHANGHAI, at("2016-03-01T00:00")),
                new Beginning(ZoneOffset.UTC, Instant.parse("2016-02-27T00:00:00Z")),
                new Beginning(NEW_YORK, at(NEW_YORK, "2016-03-0%dT00:00".formatted(random.nextInt(7, 10)))),
                new Beginning(NEW_YORK, at(NEW_YORK, "2016-11-0%dT00:00".formatted(random.nextInt(1, 6))))));
        start = beginning.start();
        policy = terms(beginning.zone()).agreed();
        laterPolicy = chance(30)
                ? terms(beginning.zone())
                        .version(2)
                        .replyWithin(Duration.ofDays(1))
                        .earlyBy(Duration.ofMinutes(1))
                        .agreed()
                : policy;
        cutOver = NaturalDay.start(policy.days().dayOf(start).plusDays(1), beginning.zone());
        receive();
    }

    List<CaseFile> pair() {
        return List.copyOf(pair);
    }

    Random random() {
        return random;
    }

    /** Long after the last close of books. */
    Instant end() {
        return start.plus(Duration.ofDays(30));
    }

    /** Some time between the first receipt and a day after the last close. */
    Instant anyTime() {
        return chance(50) ? beside(boundaryOf(oneOf(pair).clocks())) : between(start, start.plus(Duration.ofDays(9)));
    }

    Instant between(Instant from, Instant to) {
        return to.isAfter(from)
                ? from.plusMillis(random.nextLong(Duration.between(from, to).toMillis() + 1))
                : from;
    }

    /** Something that happens to the inquiry at any time at all. */
    Fact happening(CaseFile inquiry, List<Fact> before) {
        var clocks = inquiry.clocks();
        var occurredAt = chance(45)
                ? beside(boundaryOf(clocks, before))
                : between(
                        clocks.receivedAt().minus(Duration.ofHours(1)),
                        clocks.booksClose().plus(Duration.ofHours(6)));
        var kind = chance(3) ? InquiryFactKind.SYSTEM_SPAM : oneOf(KINDS);
        return fact(inquiry, kind, occurredAt, learnedAt(occurredAt), before);
    }

    private record Beginning(ZoneId zone, Instant start) {}

    private Terms terms(ZoneId zone) {
        var terms = Terms.usual()
                .in(zone)
                .duplicates(oneOf(List.of(DuplicateRule.values())))
                .earlyBy(chance(70) ? Duration.ofMinutes(5) : Duration.ZERO)
                .textlessReplyCounts(chance(50));
        return chance(30) ? terms.counting(AuthorKind.HUMAN, AuthorKind.AI_AGENT) : terms;
    }

    private void receive() {
        var ids = new ArrayList<>(IDS);
        Collections.shuffle(ids, random);
        var gaps = gaps();
        var receipts = new ArrayList<Instant>();
        for (var id : ids.subList(0, random.nextInt(1, 7))) {
            var receivedAt = receipt(receipts);
            receipts.add(receivedAt);
            var inForce = receivedAt.isBefore(cutOver) ? policy : laterPolicy;
            var recordedAt = chance(85) ? receivedAt : learnedLater(inForce.clocksFor(receivedAt));
            var empty = CaseFile.builder(receivedAt, inForce)
                    .id(new InquiryId(id))
                    .recordedAt(recordedAt)
                    .facts(List.of())
                    .unseen(gaps)
                    .build();
            pair.add(empty);
        }
        pair.replaceAll(inquiry -> Disorder.telling(inquiry, List.of(receiptOf(inquiry))));
        pair.replaceAll(this::withFacts);
    }

    /** That the mail came in, with ids under which others may be known too. */
    Fact receiptOf(CaseFile inquiry) {
        var answers = new ArrayList<String>();
        for (var count = chance(60) ? 0 : random.nextInt(1, 4); count > 0; count--) {
            answers.add(oneOf(MAIL_IDS));
        }
        var mail = new MailIds(chance(85) ? mailId() : null, answers);
        return Fact.builder()
                .id(new FactId(inquiry.id().value()))
                .caseId(inquiry.id())
                .kind(InquiryFactKind.RECEIVED)
                .occurredAt(inquiry.receivedAt())
                .recordedAt(inquiry.recordedAt())
                .mail(mail)
                .build();
    }

    private String mailId() {
        return MAIL_IDS.get(random.nextInt(MAIL_IDS.size() - 1));
    }

    private Instant learnedLater(Deadlines clocks) {
        var dayAfterClose = clocks.booksClose().plus(Duration.ofDays(1));
        return chance(40) ? beside(clocks.booksClose()) : between(clocks.receivedAt(), dayAfterClose);
    }

    private Instant receipt(List<Instant> earlier) {
        if (earlier.isEmpty() || chance(40)) {
            return between(start, start.plus(Duration.ofDays(3)));
        }
        var other = oneOf(earlier);
        return switch (random.nextInt(4)) {
            case 0 -> other;
            case 1 -> beside(other.plus(Duration.ofDays(1)));
            case 2 -> beside(NaturalDay.start(policy.days().dayOf(other).plusDays(1), policy.zone()));
            default -> other.plus(Duration.ofMinutes(random.nextInt(1, 1200)));
        };
    }

    private CaseFile withFacts(CaseFile inquiry) {
        var told = new ArrayList<>(inquiry.facts());
        for (var count = random.nextInt(6); count > 0; count--) {
            told.add(happening(inquiry, told));
        }
        return Disorder.telling(inquiry, told);
    }

    private Fact fact(
            CaseFile inquiry, InquiryFactKind kind, Instant occurredAt, Instant recordedAt, List<Fact> before) {
        var amendable =
                before.stream().filter(fact -> fact.kind().canBeAmendedBy(kind)).toList();
        var id = new FactId("fact-" + random.nextInt(1000) + "-" + facts++);
        if (kind.isAmendment() && !amendable.isEmpty()) {
            var author = kind == InquiryFactKind.RECLASSIFIED ? author() : null;
            var about = oneOf(amendable).id();
            return Fact.builder()
                    .id(id)
                    .caseId(inquiry.id())
                    .kind(kind)
                    .author(author)
                    .occurredAt(occurredAt)
                    .recordedAt(recordedAt)
                    .about(about)
                    .build();
        }
        if (kind == InquiryFactKind.BELONGS_TO) {
            var about = new FactId(oneOf(pair).id().value());
            return Fact.builder()
                    .id(id)
                    .caseId(inquiry.id())
                    .kind(kind)
                    .occurredAt(occurredAt)
                    .recordedAt(recordedAt)
                    .about(about)
                    .build();
        }
        var plainKind = kind.isAmendment() ? InquiryFactKind.REPLIED : kind;
        var author = plainKind == InquiryFactKind.REPLIED ? author() : null;
        var mail = new MailIds(plainKind == InquiryFactKind.REPLIED && chance(60) ? mailId() : null, List.of());
        return Fact.builder()
                .id(id)
                .caseId(inquiry.id())
                .kind(plainKind)
                .author(author)
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .textless(chance(15))
                .mail(mail)
                .build();
    }

    private AuthorKind author() {
        return chance(60) ? AuthorKind.HUMAN : oneOf(List.of(AuthorKind.values()));
    }

    private Unseen gaps() {
        if (chance(40)) {
            return new Unseen(List.of(), outages());
        }
        var from = between(start, start.plus(Duration.ofDays(7)));
        var until = chance(30) ? null : from.plus(Duration.ofHours(random.nextInt(1, 40)));
        var healedAt = chance(50) ? null : from.plus(Duration.ofHours(random.nextInt(40, 150)));
        var noticedAt = from.plus(Duration.ofMinutes(random.nextInt(0, 20)));
        return new Unseen(List.of(new SyncGap(from, until, noticedAt, healedAt)), outages());
    }

    private List<DeclaredOutage> outages() {
        if (chance(50)) {
            return List.of();
        }
        var from = between(start, start.plus(Duration.ofDays(7)));
        var until = from.plus(Duration.ofHours(random.nextInt(0, 30)));
        return List.of(new DeclaredOutage(from, until, until.plus(Duration.ofHours(random.nextInt(0, 100)))));
    }

    private Instant learnedAt(Instant occurredAt) {
        if (chance(60)) {
            return occurredAt;
        }
        var learnedAt = chance(50)
                ? beside(oneOf(pair).clocks().booksClose())
                : occurredAt.plus(Duration.ofHours(random.nextInt(1, 120)));
        return learnedAt.isBefore(occurredAt) ? occurredAt : learnedAt;
    }

    private Instant boundaryOf(Deadlines clocks, List<Fact> before) {
        return before.isEmpty() || chance(70)
                ? boundaryOf(clocks)
                : oneOf(before).occurredAt();
    }

    private Instant boundaryOf(Deadlines clocks) {
        var early = clocks.receivedAt().minus(policy.counting().earlyBy());
        return oneOf(List.of(
                early, clocks.receivedAt(), clocks.replyDeadline(), clocks.windowCloses(), clocks.booksClose()));
    }

    private Instant beside(Instant boundary) {
        return boundary.plusMillis(random.nextInt(-1, 2));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
