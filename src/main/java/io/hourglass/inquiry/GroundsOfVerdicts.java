package io.hourglass.inquiry;

import io.hourglass.inquiry.Adjudication.Hearing;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.Grounds.Accepted;
import io.hourglass.inquiry.judging.Judge;
import io.hourglass.inquiry.judging.Reply;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.rate.Cause;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a verdict rests on, for those who ask why. Changes nothing. */
@Component
class GroundsOfVerdicts {

    private static final String DISPUTE = "dispute";

    private final VerdictEntries entries;
    private final Inquiries inquiries;
    private final Adjudication adjudication;
    private final DisputeTimes disputes;

    GroundsOfVerdicts(VerdictEntries entries, Inquiries inquiries, Adjudication adjudication, DisputeTimes disputes) {
        this.entries = entries;
        this.inquiries = inquiries;
        this.adjudication = adjudication;
        this.disputes = disputes;
    }

    /** As it is heard. */
    Grounds of(Hearing hearing) {
        var judgement = hearing.judgement();
        var history = judgement.booksClosed() ? entries.historyOf(judgement.inquiry()) : List.<VerdictEntry>of();
        return of(hearing, history);
    }

    /** @param history of the inquiry, the first entry first */
    Grounds of(Hearing hearing, List<VerdictEntry> history) {
        var judgement = hearing.judgement();
        var grounds = Judge.grounds(hearing.pair().values(), judgement, hearing.asOf());
        return whole(grounds, restatement(history).or(() -> taken(grounds)));
    }

    /** As they were when the entry was booked. */
    Grounds ofEntry(Hearing hearing, VerdictEntry entry) {
        var judgement = new Judgement(
                InquiryId.of(entry.id()),
                (Rule) entry.rule(),
                entry.decidingFact(),
                entry.anchor() == null ? null : InquiryId.of(entry.anchor()),
                hearing.file().clocks(),
                entry.policyVersion(),
                false,
                false);
        var grounds = Judge.grounds(hearing.pair().values(), judgement, entry.bookedAt());
        return whole(grounds, restatement(List.of(entry)).or(() -> taken(grounds)));
    }

    /**
     * Of the inquiry whose answer is owed: the anchor of a duplicate, the one that a further mail goes on with.
     *
     * @param own of the inquiry that was heard
     */
    Grounds owed(Grounds own) {
        var owed = own;
        while (owed.judgement().anchor() != null
                && !owed.judgement().inquiry().equals(owed.judgement().anchor())) {
            var anchor = inquiries
                    .find(Objects.requireNonNull(owed.judgement().anchor()))
                    .orElseThrow();
            var hearing = adjudication.hear(anchor);
            owed = Judge.grounds(hearing.pair().values(), hearing.judgement(), hearing.asOf());
        }
        return owed;
    }

    private Grounds whole(Grounds grounds, Optional<Accepted> accepted) {
        var resting = grounds.restingOn(accepted.orElse(null));
        return resting.hasAnythingTooLate()
                ? resting.disputableUntil(
                        disputes.disputableUntil(resting.judgement().clocks()))
                : resting;
    }

    /** The last dispute by which closed books were restated. */
    private static Optional<Accepted> restatement(List<VerdictEntry> history) {
        return history.stream()
                .filter(entry -> entry.cause().kind() == Cause.Kind.RESTATEMENT)
                .map(entry -> new Accepted(entry.cause().reference(), entry.bookedAt()))
                .reduce((earlier, later) -> later);
    }

    /** The dispute whose claim became a fact while the books were open. */
    private static Optional<Accepted> taken(Grounds grounds) {
        var corrections = grounds.replies().stream().map(Reply::correction);
        return Stream.concat(Stream.of(grounds.decidingFact()), corrections)
                .flatMap(Stream::ofNullable)
                .flatMap(GroundsOfVerdicts::acceptedAs)
                .findFirst();
    }

    private static Stream<Accepted> acceptedAs(Fact fact) {
        FactId id = fact.id();
        return id.madeOf(DISPUTE).map(dispute -> new Accepted(dispute, fact.recordedAt())).stream();
    }
}
