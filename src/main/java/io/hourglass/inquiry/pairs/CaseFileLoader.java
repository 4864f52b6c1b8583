package io.hourglass.inquiry.pairs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.JudgedPair;
import io.hourglass.inquiry.pairs.ThreadMembers.Members;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Lays pairs before the judge: inquiries, and those of their pairs that may share their chains, with their facts. Each pair is
 * as of this moment; as long as a transaction learns nothing new of it, it is the same one, judged already (ADR 49).
 */
@Component
public class CaseFileLoader {

    private final ThreadMembers threads;
    private final PairReaches reaches;
    private final Facts facts;
    private final SettledStates settled;
    private final CaseFiles files;
    private final Clock clock;
    private final TransactionCache<PairInReach, Loaded> loaded;

    CaseFileLoader(
            ThreadMembers threads,
            PairReaches reaches,
            Facts facts,
            SettledStates settled,
            CaseFiles files,
            Clock clock,
            WriteBatch rows) {
        this.threads = threads;
        this.reaches = reaches;
        this.facts = facts;
        this.settled = settled;
        this.files = files;
        this.clock = clock;
        this.loaded = new TransactionCache<>(rows, nothingYet -> Map.of());
    }

    /** From what a pair was made. */
    private record Loaded(Members members, Map<InquiryId, InquiryState> states, JudgedPair pair) {

        boolean isOf(Members others, Map<InquiryId, InquiryState> otherStates) {
            return members.equals(others) && states.equals(otherStates);
        }
    }

    /** All that may matter to the inquiry, or to another of its thread whose books are open. */
    JudgedPair loadPair(Inquiry inquiry) {
        var reach = reaches.of(inquiry);
        var members = threads.around(List.of(reach), List.of());
        var states = settled.of(members.all());
        return loaded.find(reach)
                .filter(before -> before.isOf(members, states))
                .map(Loaded::pair)
                .orElseGet(() -> {
                    var pair = files.judged(members.all(), files.material(members, states), clock.instant());
                    loaded.put(reach, new Loaded(members, states, pair));
                    return pair;
                });
    }

    /** For a batch of inquiries what {@link #loadPair} loads for one; those of a pair share one. */
    JudgedPairs loadPairs(Collection<Inquiry> wanted) {
        return pairs(threads.around(wanted.stream().map(reaches::of).collect(toSet()), List.of()));
    }

    /** @param inReach all that may share a chain with those of interest; those of their threads are added */
    public JudgedPairs loadPairsAmong(Collection<Inquiry> inReach) {
        return pairs(threads.tiedTo(inReach, List.of()));
    }

    /** The same, on the facts and the entries alone that there were at that instant. */
    public JudgedPairs loadPairsAmong(Collection<Inquiry> inReach, Instant stoodAt) {
        var members = threads.tiedTo(inReach, List.of(), ids -> facts.of(ids, stoodAt));
        return pairs(members, settled.of(members.all(), stoodAt));
    }

    private JudgedPairs pairs(Members members) {
        return pairs(members, settled.of(members.all()));
    }

    private JudgedPairs pairs(Members members, Map<InquiryId, InquiryState> states) {
        var now = clock.instant();
        var material = files.material(members, states);
        var byPair = members.all().stream().collect(groupingBy(Pair::of));
        return new JudgedPairs(
                members.all(),
                byPair.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, pair -> files.judged(pair.getValue(), material, now))));
    }

    /** @param inquiries all that there are files of */
    public record JudgedPairs(List<Inquiry> inquiries, Map<Pair, JudgedPair> byPair) {

        public JudgedPair of(Inquiry inquiry) {
            return Objects.requireNonNull(byPair.get(Pair.of(inquiry)));
        }
    }

    record Pair(String buyer, String supplier) {

        static Pair of(Inquiry inquiry) {
            return new Pair(inquiry.buyer().value(), inquiry.supplier().value());
        }
    }
}
