package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.toSet;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the world does to a history on its way to Hourglass: none of it may change a verdict. */
final class Disorder {

    private static final Duration SOME_DAYS = Duration.ofDays(6);

    private Disorder() {}

    /** The facts of each inquiry, and the inquiries, in another order. */
    static List<CaseFile> shuffled(RandomHistory history) {
        var inquiries = new ArrayList<>(retold(history.pair(), facts -> {
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, history.random());
            return shuffled;
        }));
        Collections.shuffle(inquiries, history.random());
        return inquiries;
    }

    /**
     * Each inquiry and each fact is learned of at another time, but is known to the same closes as before. One that was
     * learned of at once may thus come at any time up to the pair's next close.
     */
    static List<CaseFile> delayed(RandomHistory history) {
        var closes = new TreeSet<Instant>();
        history.pair().forEach(inquiry -> closes.add(inquiry.clocks().booksClose()));
        return history.pair().stream()
                .map(inquiry -> inquiry.withRecordedAt(
                                delayed(history, closes, inquiry.receivedAt(), inquiry.recordedAt()))
                        .withFacts(inquiry.facts().stream()
                                .map(fact -> fact.withRecordedAt(
                                        delayed(history, closes, fact.occurredAt(), fact.recordedAt())))
                                .toList()))
                .toList();
    }

    private static Instant delayed(
            RandomHistory history, NavigableSet<Instant> closes, Instant occurredAt, Instant recordedAt) {
        var missed = closes.lower(recordedAt);
        var next = closes.ceiling(recordedAt);
        var earliest = missed == null || missed.isBefore(occurredAt) ? occurredAt : missed.plusMillis(1);
        return history.between(earliest, next == null ? recordedAt.plus(SOME_DAYS) : next);
    }

    /** Every fact comes twice. */
    static List<CaseFile> toldTwice(RandomHistory history) {
        return retold(history.pair(), facts -> Stream.concat(facts.stream(), facts.stream())
                .toList());
    }

    /**
     * Facts that occur at the close of books or later, or that are learned of only after it. No mail brought them: the id of
     * such a one is heard by mails of later days.
     */
    static List<CaseFile> withLateFacts(RandomHistory history) {
        return history.pair().stream()
                .map(inquiry -> telling(inquiry, withLateFacts(history, inquiry)))
                .toList();
    }

    /** A twin of each inquiry, before it in order, that is learned of only after the close of books. */
    static List<CaseFile> withLateInquiries(RandomHistory history) {
        return history.pair().stream()
                .flatMap(inquiry -> Stream.of(lateTwin(history, inquiry), inquiry))
                .toList();
    }

    private static CaseFile lateTwin(RandomHistory history, CaseFile inquiry) {
        var close = inquiry.clocks().booksClose();
        var twin = inquiry.withId(new InquiryId("!" + inquiry.id()))
                .withRecordedAt(history.between(close.plusMillis(1), close.plus(SOME_DAYS)))
                .withFacts(List.of())
                .withSettled(null);
        return telling(
                twin,
                List.of(
                        history.receiptOf(twin),
                        history.happening(twin, List.of()),
                        history.happening(twin, List.of())));
    }

    private static List<Fact> withLateFacts(RandomHistory history, CaseFile inquiry) {
        var close = inquiry.clocks().booksClose();
        var facts = new ArrayList<>(inquiry.facts());
        for (var count = history.random().nextInt(1, 8); count > 0; count--) {
            var fact = withoutMail(history.happening(inquiry, inquiry.facts()));
            if (fact.occurredAt().isBefore(close)) {
                facts.add(fact.withRecordedAt(history.between(close.plusMillis(1), close.plus(SOME_DAYS))));
            } else {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static Fact withoutMail(Fact fact) {
        return fact.withMail(MailIds.NONE);
    }

    /** Only what is known as of that instant. */
    static List<CaseFile> knownAsOf(List<CaseFile> pair, Instant asOf) {
        var known = pair.stream()
                .filter(inquiry -> !inquiry.recordedAt().isAfter(asOf))
                .toList();
        return retold(known, facts -> facts.stream()
                .filter(fact -> !fact.recordedAt().isAfter(asOf))
                .toList());
    }

    /**
     * Only what was received less than the longest reach before the inquiry's natural day, or after it, and the threads of
     * these.
     */
    static List<CaseFile> withinReach(List<CaseFile> pair, CaseFile inquiry) {
        var day = inquiry.clocks().day();
        var zone = inquiry.policy().zone();
        var from = NaturalDay.start(day, zone).minus(DuplicateRule.LONGEST_REACH);
        var until = NaturalDay.start(day.plusDays(1), zone).plus(DuplicateRule.LONGEST_REACH);
        var near = pair.stream()
                .filter(member ->
                        member.receivedAt().isAfter(from) && member.receivedAt().isBefore(until))
                .toList();
        return withThreads(near, pair);
    }

    /** With every mail that is connected with one of them, in one step or more. */
    private static List<CaseFile> withThreads(List<CaseFile> some, List<CaseFile> pair) {
        var ties = some.stream().flatMap(Disorder::ties).collect(toSet());
        var connected = pair.stream()
                .filter(mail -> some.contains(mail) || ties(mail).anyMatch(ties::contains))
                .toList();
        return connected.size() == some.size() ? some : withThreads(connected, pair);
    }

    private static Stream<String> ties(CaseFile mail) {
        return mail.facts().stream().flatMap(fact -> Stream.of(
                        fact.mail().answers().stream(),
                        Stream.ofNullable(fact.mail().own()),
                        fact.is(InquiryFactKind.BELONGS_TO) ? Stream.of("named " + fact.about()) : Stream.<String>of(),
                        fact.is(InquiryFactKind.RECEIVED) ? Stream.of("named " + fact.id()) : Stream.<String>of())
                .flatMap(tied -> tied));
    }

    static List<CaseFile> settledAs(List<CaseFile> pair, Map<InquiryId, InquiryState> books) {
        return pair.stream()
                .map(inquiry -> told(inquiry, inquiry.facts(), books.get(inquiry.id())))
                .toList();
    }

    static CaseFile telling(CaseFile inquiry, List<Fact> facts) {
        return told(inquiry, facts, inquiry.settled());
    }

    private static List<CaseFile> retold(List<CaseFile> pair, UnaryOperator<List<Fact>> telling) {
        return pair.stream()
                .map(inquiry -> telling(inquiry, telling.apply(inquiry.facts())))
                .toList();
    }

    private static CaseFile told(CaseFile inquiry, List<Fact> facts, @Nullable InquiryState settled) {
        return inquiry.withFacts(facts).withSettled(settled);
    }
}
