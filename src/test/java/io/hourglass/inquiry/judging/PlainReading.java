package io.hourglass.inquiry.judging;

import static io.hourglass.inquiry.judging.PlainCalendar.closeOf;
import static io.hourglass.inquiry.judging.PlainCalendar.dayOf;
import static io.hourglass.inquiry.judging.PlainCalendar.windowEndOf;

import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules read a second time, slowly and in other words: day by day, as the books close. What the judge finds, this
 * must find; it shares no code with the judge.
 */
final class PlainReading {

    record Finding(InquiryState state, @Nullable FactId decidingFact) {}

    private static final Set<InquiryState> ASIDE =
            EnumSet.of(InquiryState.FOLLOW_UP, InquiryState.SPAM, InquiryState.REJECTED, InquiryState.WITHDRAWN);
    private static final Set<InquiryFactKind> OF_REPLIES = EnumSet.of(
            InquiryFactKind.REPLIED, InquiryFactKind.BOUNCED, InquiryFactKind.RETRACTED, InquiryFactKind.RECLASSIFIED);

    private static final Comparator<Fact> IN_TIME =
            Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id);
    /** Its bytes sort by code point. */
    private static final Charset UTF_32 = Charset.forName("UTF-32BE");

    private final List<CaseFile> pair;
    private final Instant asOf;
    private final Map<InquiryId, Finding> findings = new HashMap<>();

    private PlainReading(List<CaseFile> pair, Instant asOf) {
        this.pair = pair.stream().sorted(PlainReading::byReceipt).toList();
        this.asOf = asOf;
    }

    /** Of every inquiry that is known as of that instant. */
    static Map<InquiryId, Finding> of(List<CaseFile> pair, Instant asOf) {
        var reading = new PlainReading(pair, asOf);
        var days = new TreeSet<LocalDate>();
        pair.forEach(inquiry -> days.add(dayOf(inquiry)));
        days.forEach(reading::readDay);
        return reading.findings;
    }

    private void readDay(LocalDate day) {
        var today = pair.stream().filter(inquiry -> dayOf(inquiry).equals(day)).toList();
        var close = closeOf(today.get(0));
        var groups = groups(day, close);
        for (var inquiry : today) {
            if (!inquiry.recordedAt().isAfter(asOf)) {
                findings.put(inquiry.id(), finding(inquiry, groups, close));
            }
        }
    }

    private Finding finding(CaseFile inquiry, Map<CaseFile, List<CaseFile>> groups, Instant close) {
        if (inquiry.recordedAt().isAfter(close)) {
            return new Finding(InquiryState.OUT_OF_BOOKS, null);
        }
        var lead = leadOf(inquiry, close);
        if (lead != null) {
            return new Finding(InquiryState.FOLLOW_UP, lead.fact().id());
        }
        var exclusion = exclusion(inquiry, close);
        if (exclusion != null) {
            return exclusion;
        }
        var group = groups.get(inquiry);
        return group == null ? new Finding(InquiryState.DUPLICATE, null) : answer(inquiry, group, close);
    }

    /** Each anchor with itself and its duplicates, as the books of the day have them. */
    private Map<CaseFile, List<CaseFile>> groups(LocalDate day, Instant close) {
        var groups = new LinkedHashMap<CaseFile, List<CaseFile>>();
        @Nullable CaseFile anchor = null;
        for (var inquiry : pair) {
            if (!isPresent(inquiry, close)) {
                continue;
            }
            var settled = dayOf(inquiry).isBefore(day) ? findings.get(inquiry.id()) : null;
            if (isExcluded(settled != null ? settled : standingAside(inquiry, close))) {
                continue;
            }
            if (anchor == null || !joins(anchor, inquiry, settled)) {
                anchor = inquiry;
                groups.put(anchor, new ArrayList<>());
            }
            groups.getOrDefault(anchor, List.of()).add(inquiry);
        }
        return groups;
    }

    private boolean isPresent(CaseFile inquiry, Instant close) {
        var recordedAt = inquiry.recordedAt();
        return !recordedAt.isAfter(asOf) && !recordedAt.isAfter(close) && !recordedAt.isAfter(closeOf(inquiry));
    }

    private @Nullable Finding standingAside(CaseFile mail, Instant close) {
        var lead = leadOf(mail, close);
        return lead == null
                ? exclusion(mail, close)
                : new Finding(InquiryState.FOLLOW_UP, lead.fact().id());
    }

    private static boolean isExcluded(@Nullable Finding finding) {
        return finding != null && ASIDE.contains(finding.state());
    }

    /** What a mail is tied to. */
    private record Lead(CaseFile mail, Fact fact) {}

    /** What the mail goes on with, in the eyes of the day that closes then; null if it opens a case. */
    private @Nullable Lead leadOf(CaseFile mail, Instant close) {
        if (!isPresent(mail, close)) {
            return null;
        }
        var before = pair.subList(0, pair.indexOf(mail)).stream()
                .filter(other -> isPresent(other, close) && !other.recordedAt().isAfter(closeOf(mail)))
                .toList();
        var findings = standing(mail, List.of(mail), close);
        for (var index = findings.size() - 1; index >= 0; index--) {
            var finding = findings.get(index);
            if (finding.kind() == InquiryFactKind.BELONGS_TO) {
                if (mail.id().value().equals(nameIn(finding))) {
                    return null;
                }
                for (var other : before) {
                    if (other.id().value().equals(nameIn(finding))) {
                        return new Lead(other, finding);
                    }
                }
            }
        }
        return answeredBy(mail, before, close);
    }

    /** The histories give a receipt the id of its inquiry. */
    private static String nameIn(Fact finding) {
        return String.valueOf(finding.about());
    }

    private @Nullable Lead answeredBy(CaseFile mail, List<CaseFile> before, Instant close) {
        var answers = mail.facts().stream()
                .filter(fact -> fact.kind() == InquiryFactKind.RECEIVED)
                .findFirst()
                .map(fact -> fact.mail().answers())
                .orElse(List.of());
        for (var id : answers) {
            for (var other : before) {
                var tied = other.facts().stream()
                        .filter(fact -> id.equals(fact.mail().own()))
                        .filter(fact -> !fact.recordedAt().isAfter(asOf)
                                && !fact.recordedAt().isAfter(close)
                                && !fact.recordedAt().isAfter(closeOf(mail)))
                        .min(IN_TIME);
                if (tied.isPresent()) {
                    return new Lead(other, tied.get());
                }
            }
        }
        return null;
    }

    private CaseFile rootOf(CaseFile mail, Instant close) {
        var lead = leadOf(mail, close);
        return lead == null ? mail : rootOf(lead.mail(), close);
    }

    /** The inquiry and all mails that go on with it. */
    private List<CaseFile> threadOf(CaseFile inquiry, Instant close) {
        return pair.stream().filter(mail -> rootOf(mail, close).equals(inquiry)).toList();
    }

    private static boolean joins(CaseFile anchor, CaseFile inquiry, @Nullable Finding settled) {
        if (settled != null) {
            return settled.state() == InquiryState.DUPLICATE;
        }
        return switch (inquiry.policy().duplicates()) {
            case NONE -> false;
            case NATURAL_DAY -> dayOf(anchor).equals(dayOf(inquiry));
            case ROLLING_24H ->
                inquiry.receivedAt().isBefore(anchor.receivedAt().plus(Duration.ofDays(1)));
        };
    }

    private @Nullable Finding exclusion(CaseFile inquiry, Instant close) {
        var facts = standing(inquiry, close);
        var deadline = inquiry.receivedAt().plus(inquiry.policy().replyWithin());
        var windowEnd = windowEndOf(inquiry);
        var inWindow = facts.stream()
                .filter(fact -> !fact.occurredAt().isAfter(windowEnd))
                .toList();
        var recognition = first(InquiryFactKind.SYSTEM_SPAM, facts);
        if (recognition != null) {
            return new Finding(InquiryState.SPAM, recognition.id());
        }
        var report = first(InquiryFactKind.SPAM_REPORTED, inWindow);
        if (report != null) {
            return new Finding(InquiryState.SPAM, report.id());
        }
        var inTime = facts.stream()
                .filter(fact -> fact.occurredAt().isBefore(deadline))
                .toList();
        var rejection = unlessAnswered(first(InquiryFactKind.REJECTED, inWindow), inquiry, facts);
        var withdrawal = unlessAnswered(first(InquiryFactKind.WITHDRAWN, inTime), inquiry, facts);
        if (withdrawal != null && (rejection == null || !rejection.occurredAt().isBefore(withdrawal.occurredAt()))) {
            return new Finding(InquiryState.WITHDRAWN, withdrawal.id());
        }
        return rejection == null ? null : new Finding(InquiryState.REJECTED, rejection.id());
    }

    private static @Nullable Fact first(InquiryFactKind kind, List<Fact> inOrder) {
        return inOrder.stream().filter(fact -> fact.kind() == kind).findFirst().orElse(null);
    }

    private static @Nullable Fact unlessAnswered(@Nullable Fact fact, CaseFile inquiry, List<Fact> facts) {
        return fact == null || isAnsweredBy(fact, inquiry, facts) ? null : fact;
    }

    private static boolean isAnsweredBy(Fact rejection, CaseFile inquiry, List<Fact> facts) {
        return facts.stream().filter(fact -> answers(inquiry, fact)).anyMatch(reply -> !reply.occurredAt()
                .isAfter(rejection.occurredAt()));
    }

    private Finding answer(CaseFile anchor, List<CaseFile> group, Instant close) {
        var deadline = anchor.receivedAt().plus(anchor.policy().replyWithin());
        var reply = group.stream()
                .flatMap(inquiry -> standing(inquiry, close).stream().filter(fact -> answers(inquiry, fact)))
                .sorted(IN_TIME)
                .findFirst();
        if (reply.isPresent()) {
            var late = reply.get().occurredAt().isAfter(deadline);
            return new Finding(
                    late ? InquiryState.LATE : InquiryState.TIMELY, reply.get().id());
        }
        if (asOf.isBefore(deadline)) {
            return new Finding(InquiryState.PENDING, null);
        }
        var unseen = anchor.unseen().gaps().stream().anyMatch(gap -> isOver(gap, anchor.receivedAt(), deadline, close))
                || anchor.unseen().outages().stream()
                        .anyMatch(outage -> isOver(outage, anchor.receivedAt(), deadline, close));
        return new Finding(unseen ? InquiryState.UNVERIFIED : InquiryState.UNANSWERED, null);
    }

    private boolean isOver(SyncGap gap, Instant received, Instant deadline, Instant close) {
        var endedBefore = gap.until() != null && gap.until().isBefore(received);
        var beganAfter = gap.from().isAfter(deadline);
        var healed = gap.healedAt() != null
                && gap.healedAt().isBefore(close)
                && !gap.healedAt().isAfter(asOf);
        var noticed = !gap.noticedAt().isAfter(asOf) && !gap.noticedAt().isAfter(close);
        return noticed && !endedBefore && !beganAfter && !healed;
    }

    private boolean isOver(DeclaredOutage outage, Instant received, Instant deadline, Instant close) {
        if (outage.knownFrom().isAfter(asOf) || !outage.knownFrom().isBefore(close)) {
            return false;
        }
        var begin = Math.max(outage.from().toEpochMilli(), received.toEpochMilli());
        var end = Math.min(outage.until().toEpochMilli(), deadline.toEpochMilli());
        var atTheDeadline = !outage.from().isAfter(deadline) && !outage.until().isBefore(deadline);
        return atTheDeadline || end - begin >= 4 * 3_600_000L;
    }

    private static boolean answers(CaseFile inquiry, Fact fact) {
        return fact.kind() == InquiryFactKind.REPLIED
                && fact.author() != null
                && inquiry.policy().counting().authors().contains(fact.author())
                && (!fact.textless() || inquiry.policy().counting().textless());
    }

    /** What the day's books know of the inquiry, replies to its follow-ups included. */
    private List<Fact> standing(CaseFile inquiry, Instant close) {
        return standing(inquiry, threadOf(inquiry, close), close);
    }

    /** As its last corrections leave it, in the order of time, each fact at the instant at which it counts. */
    private List<Fact> standing(CaseFile inquiry, List<CaseFile> thread, Instant close) {
        var ownClose = closeOf(inquiry);
        var earliest = inquiry.receivedAt().minus(inquiry.policy().counting().earlyBy());
        var known = thread.stream()
                .flatMap(mail -> mail.facts().stream()
                        .filter(fact -> mail.id().equals(inquiry.id()) || OF_REPLIES.contains(fact.kind())))
                .filter(fact -> !fact.occurredAt().isBefore(earliest))
                .map(fact -> fact.occurredAt().isBefore(inquiry.receivedAt())
                        ? fact.withOccurredAt(inquiry.receivedAt())
                        : fact)
                .filter(fact -> isInBooks(fact, close) && isInBooks(fact, ownClose))
                .filter(fact -> !fact.recordedAt().isAfter(asOf))
                .sorted(IN_TIME)
                .toList();
        var standing = new ArrayList<Fact>();
        for (var fact : known) {
            var lastWord = lastWordOn(fact, known);
            if (lastWord == null) {
                standing.add(fact);
            } else if (lastWord.kind() == InquiryFactKind.RECLASSIFIED) {
                standing.add(fact.withAuthor(lastWord.author()));
            }
        }
        return standing;
    }

    private static boolean isInBooks(Fact fact, Instant close) {
        return fact.occurredAt().isBefore(close) && !fact.recordedAt().isAfter(close);
    }

    private static @Nullable Fact lastWordOn(Fact fact, List<Fact> inOrder) {
        @Nullable Fact last = null;
        for (var word : inOrder) {
            var corrects = word.kind() == InquiryFactKind.RETRACTED || word.kind() == InquiryFactKind.RECLASSIFIED;
            if (corrects && fact.id().equals(word.about()) && !isRetracted(word, inOrder)) {
                last = word;
            }
        }
        return last;
    }

    private static boolean isRetracted(Fact correction, List<Fact> inOrder) {
        var lastWord = lastWordOn(correction, inOrder);
        return lastWord != null && lastWord.kind() == InquiryFactKind.RETRACTED;
    }

    private static int byReceipt(CaseFile left, CaseFile right) {
        var order = left.receivedAt().compareTo(right.receivedAt());
        return order != 0 ? order : Arrays.compareUnsigned(inUtf32(left), inUtf32(right));
    }

    private static byte[] inUtf32(CaseFile inquiry) {
        return inquiry.id().value().getBytes(UTF_32);
    }
}
