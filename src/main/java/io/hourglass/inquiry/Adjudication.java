package io.hourglass.inquiry;

import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.Judge;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.Books;
import io.hourglass.rate.Cause;
import io.hourglass.rate.JudgedCase;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the judge about an inquiry and books what it says. */
@Component
class Adjudication {

    private static final InquiryId LAST_OF_ALL = new InquiryId(Character.toString(Character.MAX_CODE_POINT));

    private final PairFiles files;
    private final Books books;
    private final Policies policies;
    private final Clock clock;

    Adjudication(PairFiles files, Books books, Policies policies, Clock clock) {
        this.files = files;
        this.books = books;
        this.policies = policies;
        this.clock = clock;
    }

    /** What is known of an inquiry's pair at this moment. */
    Hearing hear(Inquiry inquiry) {
        return new Hearing(inquiry, files.around(inquiry), laterOf(clock.instant(), inquiry.recordedAt()));
    }

    /** The same as its process heard it at the time, whatever disputes have changed since. */
    Hearing hearAsItWent(Inquiry inquiry) {
        return new Hearing(inquiry, files.asLearned(inquiry), laterOf(clock.instant(), inquiry.recordedAt()));
    }

    /** The same of every inquiry that the buyer sent on those days, both included. */
    List<Hearing> hear(BuyerId buyer, LocalDate first, LocalDate last) {
        var now = clock.instant();
        return files.ofBuyer(buyer, first, last).entrySet().stream()
                .map(one -> new Hearing(
                        one.getKey(), one.getValue(), laterOf(now, one.getKey().recordedAt())))
                .toList();
    }

    /**
     * What an inquiry of the buyer to the supplier would be, if it was received at this moment: nothing is kept of it. It
     * comes after whatever else was received now.
     */
    Judgement imagine(BuyerId buyer, SupplierId supplier) {
        var now = clock.instant();
        var policy = policies.inForceAt(now);
        var imagined = new CaseFile(LAST_OF_ALL, now, now, policy, List.of(), List.of(), null);
        var pair = new ArrayList<>(files.around(new Inquiry(
                LAST_OF_ALL,
                buyer,
                supplier,
                "",
                null,
                now,
                now,
                imagined.clocks().day(),
                policy.version())));
        pair.removeIf(member -> member.recordedAt().isAfter(now));
        pair.add(imagined);
        return Judge.judge(pair, LAST_OF_ALL, now);
    }

    /** Judges, and books the judgement. */
    Hearing decide(Inquiry inquiry, Cause cause) {
        var hearing = hear(inquiry);
        books.book(new JudgedInquiry(hearing.judgement(), inquiry.supplier()).inBooks(), cause);
        return hearing;
    }

    /**
     * After a new fact: books what it changes for any inquiry of the pair that has an entry, and those that are follow-ups
     * by now.
     */
    Heard judgePairAgain(Inquiry inquiry, Cause cause) {
        var hearing = hear(inquiry);
        var judged =
                hearing.openJudgements().stream().map(JudgedInquiry::inBooks).toList();
        var changed = new LinkedHashSet<InquiryId>();
        for (var change : books.bookChanges(judged, cause, one -> one.state() == State.FOLLOW_UP)) {
            changed.add(InquiryId.of(change.now().id()));
            Stream.of(followed(change.now()), followedBefore(change.before()))
                    .flatMap(Optional::stream)
                    .forEach(changed::add);
        }
        hearing.root().ifPresent(changed::add);
        return new Heard(hearing, List.copyOf(changed));
    }

    private static Optional<InquiryId> followedBefore(@Nullable VerdictEntry last) {
        return Optional.ofNullable(last).map(VerdictEntry::judged).flatMap(Adjudication::followed);
    }

    /** The inquiry that a follow-up followed or follows. */
    private static Optional<InquiryId> followed(JudgedCase judged) {
        return Optional.ofNullable(judged.anchor())
                .filter(anchor -> judged.state() == State.FOLLOW_UP)
                .map(InquiryId::of);
    }

    /** @param changed those of the pair of which the books say something else since */
    record Heard(Hearing hearing, List<InquiryId> changed) {}

    Clocks clocksOf(Inquiry inquiry) {
        return policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
    }

    /** Another node's clock may have been ahead of ours when it recorded the inquiry. */
    private static Instant laterOf(Instant now, Instant recordedAt) {
        return now.isBefore(recordedAt) ? recordedAt : now;
    }

    /** The files of an inquiry's pair, and the instant as of which they are judged. */
    record Hearing(Inquiry inquiry, Map<InquiryId, CaseFile> pair, Instant asOf) {

        Hearing(Inquiry inquiry, List<CaseFile> pair, Instant asOf) {
            this(inquiry, pair.stream().collect(Collectors.toMap(CaseFile::id, Function.identity())), asOf);
        }

        CaseFile file() {
            return Objects.requireNonNull(pair.get(inquiry.id()));
        }

        Judgement judgement() {
            return judgement(file(), asOf);
        }

        /** As it would have been at that instant: what was learned of later is left out of account. */
        Hearing at(Instant instant) {
            return new Hearing(inquiry, pair, laterOf(instant, inquiry.recordedAt()));
        }

        Judgement judgementAsOf(Instant instant) {
            return judgement(file(), instant);
        }

        /** Of those whose books are open: where they are closed nothing changes by itself. */
        List<JudgedInquiry> openJudgements() {
            return pair.values().stream()
                    .filter(member -> !member.recordedAt().isAfter(asOf))
                    .filter(member -> asOf.isBefore(member.clocks().booksClose()))
                    .map(member -> new JudgedInquiry(judgement(member, asOf), inquiry.supplier()))
                    .toList();
        }

        /** Whether the fact is a reply of a supplier that the buyer was told not to wait for any more. */
        boolean repliedAfterAll(Fact fact) {
            return file().policy().counts(fact)
                    && !isWithdrawn()
                    && (!asOf.isBefore(file().clocks().replyDeadline())
                            || file().facts().stream().anyMatch(known -> known.is(FactKind.REJECTED)));
        }

        /**
         * The buyer takes no further interest in it, whether or not that was in time for the verdict: nothing is offered or
         * sent any more.
         */
        boolean isWithdrawn() {
            return isWithdrawn(file());
        }

        private boolean isWithdrawn(CaseFile member) {
            return member.facts().stream()
                    .filter(fact -> fact.is(FactKind.WITHDRAWN))
                    .anyMatch(fact -> Judge.correctionOf(fact, pair.values(), member.id(), asOf)
                            .isEmpty());
        }

        /** The buyer took it back, or it is a further mail of another inquiry: no case of its own any more. */
        boolean isTakenBack() {
            return judgement().state() == State.FOLLOW_UP || isWithdrawn();
        }

        /** Whether nothing is left to wait for: neither for the supplier nor for the buyer of an unserved inquiry. */
        boolean isOver() {
            if (isTakenBack() || supplierActedBy(asOf)) {
                return true;
            }
            return !asOf.isBefore(file().clocks().replyDeadline())
                    && (Outcome.of(judgement()) != Outcome.UNSERVED || !offerOfUse());
        }

        /** The inquiry that this one is a follow-up of; empty if it stands alone. */
        Optional<InquiryId> root() {
            return Optional.ofNullable(judgement().follows());
        }

        /** The mails that follow this inquiry, by their receipt. */
        List<InquiryId> followUps() {
            return pair.values().stream()
                    .filter(member -> !member.id().equals(inquiry.id()))
                    .filter(member -> !member.recordedAt().isAfter(asOf))
                    .sorted(Comparator.comparing(CaseFile::receivedAt).thenComparing(CaseFile::id))
                    .map(member -> judgement(member, asOf))
                    .filter(judgement -> inquiry.id().equals(judgement.follows()))
                    .map(Judgement::inquiry)
                    .toList();
        }

        boolean supplierActedBy(Instant instant) {
            return Judge.supplierActed(pair.values(), inquiry.id(), instant);
        }

        /** Where the process ends; what the supplier did after the books' close is done all the same. */
        Outcome outcome(Instant known) {
            var outcome = supplierActedBy(known) ? Outcome.afterActing(judgement()) : Outcome.of(judgement());
            return outcome == Outcome.REJECTED && !offerOfUse() ? Outcome.EXCLUDED : outcome;
        }

        /** The buyer is unserved, and may still ask for alternatives. */
        boolean offerOfUse() {
            return offeredFrom(asOf).isPresent()
                    && !asOf.isAfter(file().clocks().offerExpires());
        }

        /** A request may overtake the deadline's timer, and even the rejection. */
        boolean alternativesRequested() {
            return file().facts().stream()
                    .anyMatch(fact -> fact.is(FactKind.ALTERNATIVES_REQUESTED) && isOnOffer(fact.occurredAt(), asOf));
        }

        /** Whether the buyer may ask for alternatives at that instant, on what was known by the other. */
        boolean isOnOffer(Instant instant, Instant known) {
            return !instant.isAfter(file().clocks().offerExpires())
                    && offeredFrom(known)
                            .filter(from -> !instant.isBefore(from))
                            .isPresent();
        }

        /** From a rejection on, or from the deadline of an inquiry that is unanswered; empty where the buyer is served. */
        private Optional<Instant> offeredFrom(Instant known) {
            if (isWithdrawn()) {
                return Optional.empty();
            }
            var judgement = judgementAsOf(known);
            if (judgement.state() == State.REJECTED) {
                return file().facts().stream()
                        .filter(fact -> fact.id().equals(judgement.decidingFact()))
                        .map(Fact::occurredAt)
                        .findFirst();
            }
            return Outcome.of(judgement) == Outcome.UNSERVED && !supplierActedBy(known)
                    ? Optional.of(judgement.clocks().replyDeadline())
                    : Optional.empty();
        }

        /**
         * The anchor of this duplicate, if it is answered and its deadline has passed: its buyer no longer waits. Before
         * the deadline nobody need be woken; the judge is asked when it fires.
         */
        Optional<InquiryId> anchorServedLate() {
            return Optional.ofNullable(judgement().anchor())
                    .filter(anchor -> !anchor.equals(inquiry.id()))
                    .flatMap(anchor -> Optional.ofNullable(pair.get(anchor)))
                    .filter(anchor -> !asOf.isBefore(anchor.clocks().replyDeadline()))
                    .filter(anchor -> Outcome.of(judgement(anchor, asOf)) == Outcome.ANSWERED && !isWithdrawn(anchor))
                    .map(CaseFile::id);
        }

        private Judgement judgement(CaseFile member, Instant instant) {
            return Judge.judge(pair.values(), member.id(), instant);
        }
    }
}
