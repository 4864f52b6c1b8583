package io.hourglass.inquiry.judging;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactKind;
import io.hourglass.sla.Judgement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds among a pair's files what a judgement of one of them rests on. */
final class GroundsSearch {

    private static final Comparator<Reply> EARLIEST_FIRST =
            Comparator.comparing(Reply::fact, KnownFacts.EARLIEST_FIRST);

    private static final Set<FactKind> EXCLUDING =
            EnumSet.of(FactKind.REJECTED, FactKind.SPAM_REPORTED, FactKind.WITHDRAWN);

    private GroundsSearch() {}

    static Grounds of(Collection<CaseFile> pair, Judgement judgement, Instant asOf) {
        var replies = judgement.follows() == null ? replies(pair, judgement, asOf) : List.<Reply>of();
        var late = judgement.follows() == null ? knownLate(pair, judgement, asOf) : List.<Fact>of();
        return new Grounds(judgement, decidingFact(pair, judgement), replies, late, asOf, null, null);
    }

    private static List<Fact> knownLate(Collection<CaseFile> pair, Judgement judgement, Instant asOf) {
        var inquiry = judgement.inquiry();
        var close = judgement.clocks().booksClose();
        return CaseFile.of(inquiry, pair).facts().stream()
                .filter(fact -> EXCLUDING.contains(fact.kind()))
                .filter(fact ->
                        fact.occurredAt().isBefore(close) && fact.recordedAt().isAfter(close))
                .filter(fact -> !fact.recordedAt().isAfter(asOf))
                .filter(fact -> Judge.refusal(pair, inquiry, fact).isEmpty()
                        && Judge.correctionOf(fact, pair, inquiry, asOf).isEmpty())
                .sorted(KnownFacts.EARLIEST_FIRST)
                .toList();
    }

    private static @Nullable Fact decidingFact(Collection<CaseFile> pair, Judgement judgement) {
        return pair.stream()
                .flatMap(file -> file.facts().stream())
                .filter(fact -> fact.id().equals(judgement.decidingFact()))
                .findFirst()
                .orElse(null);
    }

    private static List<Reply> replies(Collection<CaseFile> pair, Judgement judgement, Instant asOf) {
        return answered(pair, judgement, asOf).stream()
                .flatMap(known -> known.replies(asOf).map(reply -> Reply.of(reply, known, judgement, asOf)))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** The inquiry, and of an anchor its duplicates. */
    private static List<KnownFacts> answered(Collection<CaseFile> pair, Judgement judgement, Instant asOf) {
        var file = CaseFile.of(judgement.inquiry(), pair);
        if (!file.learnedInTime()) {
            return List.of(KnownFacts.of(file, List.of(), asOf, file.clocks().booksClose()));
        }
        var inOrder = CaseFile.inOrder(pair);
        var threads = Threads.of(inOrder, file, asOf);
        var chain = DuplicateChain.around(file, inOrder, threads, asOf);
        return file.id().equals(chain.anchorOf(file.id()))
                ? chain.factsAround(file.id())
                : List.of(KnownFacts.of(
                        file,
                        threads.followUpsOf(file.id()),
                        asOf,
                        file.clocks().booksClose()));
    }
}
