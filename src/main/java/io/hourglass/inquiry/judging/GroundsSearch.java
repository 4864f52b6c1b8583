package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.Fact;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in a judged pair what a judgement of one of its inquiries rests on. */
final class GroundsSearch {

    private static final Comparator<Reply> EARLIEST_FIRST =
            Comparator.comparing(Reply::fact, Corrections.EARLIEST_FIRST);

    private static final Set<InquiryFactKind> EXCLUDING =
            EnumSet.of(InquiryFactKind.REJECTED, InquiryFactKind.SPAM_REPORTED, InquiryFactKind.WITHDRAWN);

    private final JudgedPair pair;
    private final Judgement judgement;
    private final CaseFile file;

    GroundsSearch(JudgedPair pair, Judgement judgement) {
        this.pair = pair;
        this.judgement = judgement;
        this.file = pair.pair().file(judgement.inquiry());
    }

    Grounds grounds() {
        var standsAlone = judgement.follows() == null;
        return Grounds.builder()
                .judgement(judgement)
                .decidingFact(Optional.ofNullable(judgement.decidingFact())
                        .flatMap(pair.pair()::fact)
                        .orElse(null))
                .replies(standsAlone ? replies() : List.of())
                .knownLate(standsAlone ? knownLate() : List.of())
                .asOf(pair.asOf())
                .build();
    }

    private List<Fact> knownLate() {
        var close = judgement.clocks().booksClose();
        return file.facts().stream()
                .filter(fact -> EXCLUDING.contains(fact.kind()))
                .filter(fact ->
                        fact.occurredAt().isBefore(close) && fact.recordedAt().isAfter(close))
                .filter(fact -> !fact.recordedAt().isAfter(pair.asOf()))
                .filter(fact -> pair.pair().refusal(file.id(), fact).isEmpty()
                        && pair.correctionOf(fact, file.id()).isEmpty())
                .sorted(Corrections.EARLIEST_FIRST)
                .toList();
    }

    private List<Reply> replies() {
        return answered().stream().flatMap(this::replies).sorted(EARLIEST_FIRST).toList();
    }

    private Stream<Reply> replies(KnownFacts inBooks) {
        var known = pair.known(inBooks.file(), inBooks.followUps(), Instant.MAX);
        return inBooks.replies(pair.asOf())
                .map(reply -> Reply.of(reply, inBooks, known.correctionOf(reply).orElse(null), judgement));
    }

    /** The inquiry, and of an anchor its duplicates. */
    private List<KnownFacts> answered() {
        if (!file.learnedInTime()) {
            return List.of(pair.known(file, List.of(), file.clocks().booksClose()));
        }
        var day = pair.dayOf(file);
        return file.id().equals(day.chain().anchorOf(file.id()))
                ? day.chain().factsAround(file.id())
                : List.of(day.factsOf(file));
    }
}
