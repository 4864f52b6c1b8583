package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one inquiry that may decide: occurred before a close, known by it and by the as-of instant, nothing
 * from before the receipt, corrections applied. Replies to its follow-ups are among them; of these mails nothing else is.
 */
final class KnownFacts {

    private final CaseFile file;
    private final List<CaseFile> followUps;
    private final Deadlines clocks;
    private final Corrections corrections;
    private final List<Fact> facts;
    private final List<Fact> counting;
    private final @Nullable Fact firstAnswer;
    private @Nullable Set<FactId> countingIds;
    private @Nullable Map<CaseId, List<Fact>> countingByMail;

    private KnownFacts(CaseFile file, List<CaseFile> followUps, List<Fact> known) {
        this.file = file;
        this.followUps = followUps;
        this.clocks = file.clocks();
        this.corrections = Corrections.among(known);
        this.facts = corrections.applied(known);
        this.counting = facts.stream().filter(file.policy()::counts).toList();
        this.firstAnswer = counting.stream().min(Corrections.EARLIEST_FIRST).orElse(null);
    }

    /**
     * As the books see them: nothing counts that occurred at or after {@code close} or was recorded after it.
     *
     * @param followUps the mails that follow up the inquiry
     */
    static KnownFacts of(CaseFile file, List<CaseFile> followUps, Instant asOf, Instant close) {
        var knownBy = asOf.isBefore(close) ? asOf : close;
        var known = new ArrayList<Fact>(file.facts().size());
        for (var fact : file.facts()) {
            addKnown(fact, file, knownBy, close, known);
        }
        for (var mail : followUps) {
            for (var fact : mail.facts()) {
                if (isOfReplies(fact)) {
                    addKnown(fact, file, knownBy, close, known);
                }
            }
        }
        return new KnownFacts(file, followUps, known);
    }

    /** At the instant at which it counts for the file. */
    private static void addKnown(Fact fact, CaseFile file, Instant knownBy, Instant close, List<Fact> known) {
        var counted = file.counted(fact.occurredAt());
        if (counted != null && counted.isBefore(close) && !fact.recordedAt().isAfter(knownBy)) {
            known.add(counted.equals(fact.occurredAt()) ? fact : fact.withOccurredAt(counted));
        }
    }

    private static boolean isOfReplies(Fact fact) {
        return fact.is(InquiryFactKind.REPLIED) || fact.kind().isAmendment();
    }

    /** What excludes the inquiry from counting: spam first, then the earlier of withdrawal and rejection. */
    Optional<Decision> exclusion() {
        return spam().or(() -> Stream.of(withdrawal(), rejection())
                .flatMap(Optional::stream)
                .min(Comparator.comparing(decision -> decision.fact().occurredAt())));
    }

    /** Whether the supplier has answered, rejected or reported the inquiry, effectively, or it was spam from the first. */
    boolean supplierActed() {
        return firstAnswer != null || rejection().isPresent() || spam().isPresent();
    }

    private Optional<Decision> spam() {
        return first(fact -> fact.is(InquiryFactKind.SYSTEM_SPAM))
                .map(fact -> new Decision(InquiryRule.SYSTEM_SPAM, fact))
                .or(() -> inWindow(InquiryFactKind.SPAM_REPORTED)
                        .map(fact -> new Decision(InquiryRule.SPAM_REPORTED_IN_WINDOW, fact)));
    }

    private Optional<Decision> rejection() {
        return inWindow(InquiryFactKind.REJECTED)
                .filter(rejection -> !answeredBy(rejection.occurredAt()))
                .map(rejection -> new Decision(InquiryRule.REJECTED_IN_WINDOW, rejection));
    }

    private Optional<Decision> withdrawal() {
        return first(fact ->
                        fact.is(InquiryFactKind.WITHDRAWN) && fact.occurredAt().isBefore(clocks.replyDeadline()))
                .filter(withdrawal -> !answeredBy(withdrawal.occurredAt()))
                .map(withdrawal -> new Decision(InquiryRule.WITHDRAWN_BEFORE_DEADLINE, withdrawal));
    }

    CaseFile file() {
        return file;
    }

    List<CaseFile> followUps() {
        return followUps;
    }

    /** All replies to the inquiry and to its follow-ups, as they were sent, whether or not they count. */
    Stream<Fact> replies(Instant learnedBy) {
        return Stream.concat(Stream.of(file), followUps.stream())
                .flatMap(mail -> mail.facts().stream())
                .filter(fact ->
                        fact.is(InquiryFactKind.REPLIED) && !fact.recordedAt().isAfter(learnedBy));
    }

    boolean hasCounting(Fact reply) {
        var ids = countingIds;
        if (ids == null) {
            ids = counting.stream().map(Fact::id).collect(toSet());
            countingIds = ids;
        }
        return ids.contains(reply.id());
    }

    /** The last correction of the fact that stands itself; empty if there is none. */
    Optional<Fact> correctionOf(Fact fact) {
        return corrections.lastOf(fact);
    }

    List<Fact> countingReplies() {
        return counting;
    }

    /** Of these, those that were written to this mail. */
    List<Fact> countingReplies(InquiryId mail) {
        var byMail = countingByMail;
        if (byMail == null) {
            byMail = counting.stream().collect(groupingBy(Fact::caseId));
            countingByMail = byMail;
        }
        return byMail.getOrDefault(mail, List.of());
    }

    /** The earliest counting reply; empty if there is none. */
    Optional<Fact> firstAnswer() {
        return Optional.ofNullable(firstAnswer);
    }

    boolean answeredBy(Instant instant) {
        return firstAnswer != null && !firstAnswer.occurredAt().isAfter(instant);
    }

    boolean bounced(Fact reply) {
        return facts.stream()
                .anyMatch(fact -> fact.is(InquiryFactKind.BOUNCED) && reply.id().equals(fact.about()));
    }

    /** What people found the mail to belong to, the last one first. */
    Stream<Fact> findings() {
        return facts.stream()
                .filter(fact -> fact.is(InquiryFactKind.BELONGS_TO))
                .sorted(Corrections.EARLIEST_FIRST.reversed());
    }

    private Optional<Fact> inWindow(InquiryFactKind kind) {
        return first(fact -> fact.is(kind) && !fact.occurredAt().isAfter(clocks.windowCloses()));
    }

    private Optional<Fact> first(Predicate<Fact> wanted) {
        return facts.stream().filter(wanted).min(Corrections.EARLIEST_FIRST);
    }

    record Decision(InquiryRule rule, Fact fact) {}
}
