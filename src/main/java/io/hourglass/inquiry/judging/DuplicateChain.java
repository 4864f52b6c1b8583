package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.judging.DayOfPair.Books;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inquiries of one pair (buyer, supplier), each at its anchor, as the books of one day see them; follow-ups are none.
 * Members of earlier days whose books are closed are fixed input.
 */
final class DuplicateChain {

    private final Map<InquiryId, InquiryId> anchors = new HashMap<>();
    private final Map<InquiryId, KnownFacts> facts = new HashMap<>();
    private final Map<InquiryId, List<KnownFacts>> groups = new HashMap<>();
    private final DayOfPair day;
    private final Books books;
    private final Instant asOf;

    private DuplicateChain(DayOfPair day, Books books, Instant asOf) {
        this.day = day;
        this.books = books;
        this.asOf = asOf;
    }

    static DuplicateChain of(DayOfPair day, Books books, JudgedPair pair) {
        var chain = new DuplicateChain(day, books, pair.asOf());
        @Nullable CaseFile anchor = null;
        for (var member : pair.pair().files()) {
            if (chain.isKnown(member)) {
                anchor = chain.add(member, anchor);
            }
        }
        return chain;
    }

    /** Null for a member that is excluded, and for a settled duplicate of an anchor out of sight. */
    @Nullable
    InquiryId anchorOf(InquiryId member) {
        return anchors.get(member);
    }

    KnownFacts factsOf(InquiryId member) {
        return Objects.requireNonNull(facts.get(member), () -> member + " is not known to the chain");
    }

    /** The anchor and all of its duplicates. */
    List<KnownFacts> factsAround(InquiryId anchor) {
        return groups.getOrDefault(anchor, List.of());
    }

    private @Nullable CaseFile add(CaseFile member, @Nullable CaseFile anchor) {
        if (isFollowUp(member)) {
            return anchor;
        }
        var known = day.factsOf(member);
        facts.put(member.id(), known);
        if (isExcluded(member, known)) {
            return anchor;
        }
        if (isDuplicate(member, anchor)) {
            if (anchor != null) {
                join(member, anchor);
            }
            return anchor;
        }
        join(member, member);
        return member;
    }

    private void join(CaseFile member, CaseFile anchor) {
        anchors.put(member.id(), anchor.id());
        groups.computeIfAbsent(anchor.id(), id -> new ArrayList<>()).add(factsOf(member.id()));
    }

    private boolean isExcluded(CaseFile member, KnownFacts known) {
        var fixed = fixedState(member);
        return fixed == null ? known.exclusion().isPresent() : fixed.excludes();
    }

    private boolean isFollowUp(CaseFile member) {
        var fixed = fixedState(member);
        return fixed == null ? day.threads().linkOf(member.id()).isPresent() : fixed == InquiryState.FOLLOW_UP;
    }

    /** A settled duplicate remains one, even if its anchor lies too far back to be among the members. */
    private boolean isDuplicate(CaseFile member, @Nullable CaseFile anchor) {
        var fixed = fixedState(member);
        return fixed == null
                ? anchor != null && member.policy().duplicates().joins(anchor.clocks(), member.clocks())
                : fixed == InquiryState.DUPLICATE;
    }

    private @Nullable InquiryState fixedState(CaseFile member) {
        if (member.settled() == null || asOf.isBefore(member.clocks().booksClose())) {
            return null;
        }
        return member.clocks().day().isBefore(books.day()) ? member.settled() : null;
    }

    private boolean isKnown(CaseFile member) {
        var close = books.closeFor(member);
        return !member.recordedAt().isAfter(asOf.isBefore(close) ? asOf : close);
    }
}
