package io.hourglass.inquiry.pairs;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.JudgedPair;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.JudgedCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An inquiry in its judged pair: where it stands, and what follows from that for its process, its buyer, and what the buyer is
 * offered.
 *
 * @param pair as of the instant of interest, at which the inquiry was known
 */
public record InquiryInPair(Inquiry inquiry, JudgedPair pair) {

    /** @param pair moved to the inquiry's recording where that lies ahead: another node's clock may have been ahead of ours */
    static InquiryInPair of(Inquiry inquiry, JudgedPair pair) {
        return new InquiryInPair(inquiry, pair.at(laterOf(pair.asOf(), inquiry.recordedAt())));
    }

    public CaseFile file() {
        return pair.pair().file(inquiry.id());
    }

    /** What was recorded later is left out of account. */
    public Instant asOf() {
        return pair.asOf();
    }

    public Judgement judgement() {
        return pair.judgement(inquiry.id());
    }

    /** As it would have been at that instant: what was recorded later is left out of account. */
    public InquiryInPair at(Instant instant) {
        return of(inquiry, pair.at(instant));
    }

    /** Another inquiry of the pair; empty where what matters to it may lie out of sight, as around another day that is closed. */
    public Optional<InquiryInPair> other(Inquiry further) {
        return pair.pair()
                .find(further.id())
                .filter(file -> further.day().equals(inquiry.day())
                        || asOf().isBefore(file.clocks().booksClose()))
                .map(file -> of(further, pair));
    }

    /** As the books take it in. */
    public JudgedCase inBooks() {
        return inBooks(judgement());
    }

    /** Of the pair's inquiries whose books are open: where they are closed nothing changes without a dispute. */
    public List<JudgedCase> openInBooks() {
        return pair.known().stream()
                .filter(member -> asOf().isBefore(member.clocks().booksClose()))
                .map(member -> inBooks(pair.judgement(member.id())))
                .toList();
    }

    private JudgedCase inBooks(Judgement judged) {
        return JudgedCase.builder()
                .id(judged.inquiry())
                .subject(inquiry.supplier().subject())
                .day(judged.clocks().day())
                .rule(judged.rule())
                .decidingFact(judged.decidingFact())
                .anchor(judged.anchor())
                .policyVersion(judged.policyVersion())
                .build();
    }

    /** What the judgement rests on. */
    public Grounds grounds() {
        return pair.grounds(judgement());
    }

    /** The replies that answer this very inquiry, the earliest first. */
    public List<Fact> answers() {
        return pair.answers(inquiry.id());
    }

    /** The correction by which a fact of the inquiry is retracted or reclassified. */
    public Optional<Fact> correctionOf(Fact fact) {
        return pair.correctionOf(fact, inquiry.id());
    }

    /** Why a fact of the inquiry, although kept, has no effect. */
    public Optional<Refusal> refusal(Fact fact) {
        var refusal = pair.pair().refusal(inquiry.id(), fact);
        return fact.is(InquiryFactKind.ALTERNATIVES_REQUESTED)
                ? refusal.filter(Refusal.FOLLOW_UP::equals).or(() -> offerRefusal(fact))
                : refusal;
    }

    /** Alternatives are on offer from a rejection or the deadline of an unanswered inquiry until the offer expires. */
    private Optional<Refusal> offerRefusal(Fact request) {
        return isOnOffer(request.occurredAt(), request.recordedAt())
                ? Optional.empty()
                : Optional.of(Refusal.NOT_ON_OFFER);
    }

    /** Whether the fact is a reply of a supplier after the buyer was notified that none had come. */
    public boolean repliedAfterAll(Fact fact) {
        return file().policy().counts(fact)
                && !isWithdrawn()
                && (!asOf().isBefore(file().clocks().replyDeadline())
                        || file().facts().stream().anyMatch(known -> known.is(InquiryFactKind.REJECTED)));
    }

    /**
     * The buyer takes no further interest in it, whether or not that was in time for the verdict: nothing is offered or
     * sent any more.
     */
    public boolean isWithdrawn() {
        return isWithdrawn(file());
    }

    private boolean isWithdrawn(CaseFile member) {
        return member.facts().stream()
                .filter(fact -> fact.is(InquiryFactKind.WITHDRAWN))
                .anyMatch(fact -> pair.correctionOf(fact, member.id()).isEmpty());
    }

    /** The buyer took it back, or it is a further mail of another inquiry: no case of its own any more. */
    public boolean isTakenBack() {
        return judgement().state() == InquiryState.FOLLOW_UP || isWithdrawn();
    }

    /** Whether nothing is left to wait for: neither for the supplier nor for the buyer of an unserved inquiry. */
    public boolean isOver() {
        if (isTakenBack() || supplierActedBy(asOf())) {
            return true;
        }
        return !asOf().isBefore(file().clocks().replyDeadline())
                && (Outcome.of(judgement()) != Outcome.UNSERVED || !offerOfUse());
    }

    /** The inquiry by whose reply it is answered, if that is another: the anchor of a duplicate, what a follow-up follows up. */
    public Optional<InquiryId> owedElsewhere() {
        return Optional.ofNullable(judgement().anchor()).filter(anchor -> !anchor.equals(inquiry.id()));
    }

    /** The inquiry that this one is a follow-up of; empty if it stands alone. */
    public Optional<InquiryId> root() {
        return Optional.ofNullable(judgement().follows());
    }

    /** The mails that follow this inquiry, by their receipt. */
    public List<InquiryId> followUps() {
        return pair.known().stream()
                .filter(member -> !member.id().equals(inquiry.id()))
                .map(member -> pair.judgement(member.id()))
                .filter(judgement -> inquiry.id().equals(judgement.follows()))
                .map(Judgement::inquiry)
                .toList();
    }

    /** Whether the supplier had answered, rejected or reported this very inquiry, even after the books' close. */
    public boolean supplierActedBy(Instant instant) {
        return pair.at(instant).supplierActed(inquiry.id());
    }

    /** Where the process ends; what the supplier did after the books' close is done anyway. */
    public Outcome outcome() {
        var outcome = supplierActedBy(asOf()) ? Outcome.afterActing(judgement()) : Outcome.of(judgement());
        return outcome == Outcome.REJECTED && !offerOfUse() ? Outcome.EXCLUDED : outcome;
    }

    /** The buyer is unserved, and may still ask for alternatives. */
    public boolean offerOfUse() {
        return offeredFrom(asOf()).isPresent()
                && !asOf().isAfter(file().clocks().offerExpires());
    }

    /** A request may overtake the deadline's timer, and even the rejection. */
    public boolean alternativesRequested() {
        var requests = file().facts().stream()
                .filter(fact -> fact.is(InquiryFactKind.ALTERNATIVES_REQUESTED))
                .toList();
        return !requests.isEmpty()
                && offeredFrom(asOf())
                        .filter(from -> requests.stream().anyMatch(request -> isOffered(request.occurredAt(), from)))
                        .isPresent();
    }

    /** Whether the buyer may ask for alternatives as things stand. */
    public boolean isOnOffer() {
        return isOnOffer(asOf(), asOf());
    }

    /** Whether the buyer may ask for alternatives at that instant, on what was known by the other. */
    private boolean isOnOffer(Instant instant, Instant known) {
        return offeredFrom(known).filter(from -> isOffered(instant, from)).isPresent();
    }

    private boolean isOffered(Instant instant, Instant from) {
        return !instant.isBefore(from) && !instant.isAfter(file().clocks().offerExpires());
    }

    /** From a rejection on, or from the deadline of an inquiry that is unanswered; empty where the buyer is served. */
    private Optional<Instant> offeredFrom(Instant known) {
        if (isWithdrawn()) {
            return Optional.empty();
        }
        var then = at(known);
        var judgement = then.judgement();
        if (judgement.state() == InquiryState.REJECTED) {
            return Optional.ofNullable(judgement.decidingFact())
                    .flatMap(pair.pair()::fact)
                    .map(Fact::occurredAt);
        }
        return Outcome.of(judgement) == Outcome.UNSERVED && !supplierActedBy(then.asOf())
                ? Optional.of(judgement.clocks().replyDeadline())
                : Optional.empty();
    }

    /**
     * The anchor of this duplicate, if it is answered and its deadline has passed: its buyer no longer waits. Before
     * the deadline no process is woken; the judge is called when it fires.
     */
    public Optional<InquiryId> anchorServedLate() {
        return owedElsewhere()
                .flatMap(pair.pair()::find)
                .filter(anchor -> !asOf().isBefore(anchor.clocks().replyDeadline()))
                .filter(anchor -> Outcome.of(pair.judgement(anchor.id())) == Outcome.ANSWERED && !isWithdrawn(anchor))
                .map(CaseFile::id);
    }

    static Instant laterOf(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
