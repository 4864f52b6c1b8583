package io.hourglass.inquiry.reading;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.Grounds.Accepted;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.Reply;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a verdict rests on, for those who ask why. Changes nothing. */
@Component
public class GroundsOfVerdicts {

    private static final String DISPUTE = "dispute";

    private final VerdictEntries entries;
    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final DisputeTimes disputes;

    GroundsOfVerdicts(VerdictEntries entries, Inquiries inquiries, JudgedInquiries cases, DisputeTimes disputes) {
        this.entries = entries;
        this.inquiries = inquiries;
        this.cases = cases;
        this.disputes = disputes;
    }

    /** As it is judged. */
    public Grounds of(InquiryInPair judged) {
        var judgement = judged.judgement();
        var history = judgement.booksClosed() ? entries.historyOf(judgement.inquiry()) : List.<VerdictEntry>of();
        return of(judged, history);
    }

    /** @param history of the inquiry, the first entry first */
    Grounds of(InquiryInPair judged, List<VerdictEntry> history) {
        var grounds = judged.grounds();
        return whole(grounds, restatement(history).or(() -> taken(grounds)));
    }

    /** As they were when the entry was booked. */
    Grounds ofEntry(InquiryInPair judged, VerdictEntry entry) {
        var judgement = Judgement.builder()
                .inquiry(InquiryId.of(entry.id()))
                .rule(InquiryRule.of(entry.rule()))
                .decidingFact(entry.decidingFact())
                .anchor(entry.anchor() == null ? null : InquiryId.of(entry.anchor()))
                .clocks(judged.file().clocks())
                .policyVersion(entry.policyVersion())
                .booksClosed(false)
                .undelivered(false)
                .build();
        var grounds = judged.pair().at(entry.bookedAt()).grounds(judgement);
        return whole(grounds, restatement(List.of(entry)).or(() -> taken(grounds)));
    }

    /**
     * Of the inquiry whose answer is owed: the anchor of a duplicate, the one that a further mail follows up.
     *
     * @param own of the inquiry that was judged
     */
    Grounds owed(InquiryInPair judged, Grounds own) {
        return judged.owedElsewhere().map(anchor -> owed(other(judged, anchor))).orElse(own);
    }

    private Grounds owed(InquiryInPair judged) {
        return judged.owedElsewhere().map(anchor -> owed(other(judged, anchor))).orElseGet(judged::grounds);
    }

    private InquiryInPair other(InquiryInPair judged, InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow();
        return judged.other(inquiry).orElseGet(() -> cases.of(inquiry));
    }

    private Grounds whole(Grounds grounds, Optional<Accepted> accepted) {
        var resting = grounds.withDispute(accepted.orElse(null));
        return resting.hasAnythingTooLate()
                ? resting.withDisputableUntil(
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
