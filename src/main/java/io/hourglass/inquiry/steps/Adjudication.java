package io.hourglass.inquiry.steps;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Books;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.VerdictEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the judge about an inquiry and books what it says. */
@Component
public class Adjudication {

    private final JudgedInquiries cases;
    private final Books books;

    Adjudication(JudgedInquiries cases, Books books) {
        this.cases = cases;
        this.books = books;
    }

    public InquiryInPair judge(Inquiry inquiry) {
        return cases.of(inquiry);
    }

    /** Judges, and books the judgement. */
    InquiryInPair decide(Inquiry inquiry, Cause cause) {
        var judged = judge(inquiry);
        books.book(judged.inBooks(), cause);
        return judged;
    }

    /**
     * After a new fact: books what it changes for any inquiry of the pair that has an entry, and those that are follow-ups
     * by now.
     */
    public Rejudged judgePairAgain(Inquiry inquiry, Cause cause) {
        var judged = judge(inquiry);
        var changed = new LinkedHashSet<InquiryId>();
        for (var change :
                books.bookChanges(judged.openInBooks(), cause, one -> one.state() == InquiryState.FOLLOW_UP)) {
            changed.add(InquiryId.of(change.now().id()));
            Stream.of(followed(change.now()), followedBefore(change.before()))
                    .flatMap(Optional::stream)
                    .forEach(changed::add);
        }
        judged.root().ifPresent(changed::add);
        return new Rejudged(judged, List.copyOf(changed));
    }

    private static Optional<InquiryId> followedBefore(@Nullable VerdictEntry last) {
        return Optional.ofNullable(last).map(VerdictEntry::judged).flatMap(Adjudication::followed);
    }

    /** The inquiry that a follow-up followed or follows. */
    private static Optional<InquiryId> followed(JudgedCase judged) {
        return Optional.ofNullable(judged.anchor())
                .filter(anchor -> judged.state() == InquiryState.FOLLOW_UP)
                .map(InquiryId::of);
    }

    /** @param changed those of the pair whose booked verdicts have changed since */
    public record Rejudged(InquiryInPair judged, List<InquiryId> changed) {}
}
