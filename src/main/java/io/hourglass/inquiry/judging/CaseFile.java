package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the buyer that came in as an inquiry, as the judge sees it.
 *
 * @param policy the version in force at receipt
 * @param facts in any order
 * @param unseen what the platform could not see of its supplier's replies
 * @param settled the state that stands in the closed books, where they are closed; else null
 * @param clocks by the policy
 */
@Value.Builder
public record CaseFile(
        InquiryId id,
        Instant receivedAt,
        Instant recordedAt,
        ReplyPolicy policy,
        List<Fact> facts,
        Unseen unseen,
        @Nullable InquiryState settled,
        Deadlines clocks)
        implements WithCaseFile {

    /** The order in which the members of a pair ask to be its anchor. */
    static final Comparator<CaseFile> BY_RECEIPT =
            Comparator.comparing(CaseFile::receivedAt).thenComparing(CaseFile::id);

    public CaseFile {
        facts = List.copyOf(facts);
    }

    /** With the clocks that the policy sets, all seen, and open books. */
    public static CaseFileBuilder builder(Instant receivedAt, ReplyPolicy policy) {
        return new CaseFileBuilder()
                .receivedAt(receivedAt)
                .policy(policy)
                .unseen(Unseen.NOTHING)
                .clocks(policy.clocksFor(receivedAt));
    }

    /** The same, with something more that happened to it. */
    CaseFile with(Fact fact) {
        return withFacts(Stream.concat(facts.stream(), Stream.of(fact)).toList());
    }

    boolean learnedInTime() {
        return !recordedAt.isAfter(clocks.booksClose());
    }

    /**
     * The instant at which something that happened then counts as far as this inquiry goes: what is dated a little before its
     * receipt counts as at it. Null for what is dated further before, which never counts.
     */
    @Nullable
    Instant counted(Instant occurredAt) {
        if (!occurredAt.isBefore(receivedAt)) {
            return occurredAt;
        }
        return occurredAt.isBefore(receivedAt.minus(policy.counting().earlyBy())) ? null : receivedAt;
    }

    /** That the mail came in, with its ids; null where there is none, as of a supposed inquiry. */
    @Nullable
    Fact receipt() {
        for (var fact : facts) {
            if (fact.is(InquiryFactKind.RECEIVED)) {
                return fact;
            }
        }
        return null;
    }
}
