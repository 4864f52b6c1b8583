package io.hourglass.inquiry.judging;

import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inquiries of one pair (buyer, supplier), each at its anchor, as the books of one member's day see them; follow-ups are
 * none. Members of earlier days whose books are closed are fixed input.
 */
final class DuplicateChain {

    private final Map<InquiryId, InquiryId> anchors = new LinkedHashMap<>();
    private final Map<InquiryId, KnownFacts> facts = new LinkedHashMap<>();
    private final CaseFile target;
    private final Threads threads;
    private final Instant asOf;

    private DuplicateChain(CaseFile target, Threads threads, Instant asOf) {
        this.target = target;
        this.threads = threads;
        this.asOf = asOf;
    }

    /** @param inOrder all of the pair's, by receipt */
    static DuplicateChain around(CaseFile target, List<CaseFile> inOrder, Threads threads, Instant asOf) {
        var chain = new DuplicateChain(target, threads, asOf);
        @Nullable CaseFile anchor = null;
        for (var member : inOrder) {
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
        var group = new ArrayList<KnownFacts>();
        anchors.forEach((member, itsAnchor) -> {
            if (itsAnchor.equals(anchor)) {
                group.add(factsOf(member));
            }
        });
        return group;
    }

    private @Nullable CaseFile add(CaseFile member, @Nullable CaseFile anchor) {
        if (isFollowUp(member)) {
            return anchor;
        }
        var known = KnownFacts.of(member, threads.followUpsOf(member.id()), asOf, closeFor(member));
        facts.put(member.id(), known);
        if (isExcluded(member, known)) {
            return anchor;
        }
        if (isDuplicate(member, anchor)) {
            if (anchor != null) {
                anchors.put(member.id(), anchor.id());
            }
            return anchor;
        }
        anchors.put(member.id(), member.id());
        return member;
    }

    private boolean isExcluded(CaseFile member, KnownFacts known) {
        var fixed = fixedState(member);
        return fixed == null ? known.exclusion().isPresent() : fixed.excludes();
    }

    private boolean isFollowUp(CaseFile member) {
        var fixed = fixedState(member);
        return fixed == null ? threads.linkOf(member.id()).isPresent() : fixed == State.FOLLOW_UP;
    }

    /** A settled duplicate remains one, even if its anchor lies too far back to be among the members. */
    private boolean isDuplicate(CaseFile member, @Nullable CaseFile anchor) {
        var fixed = fixedState(member);
        return fixed == null
                ? anchor != null && member.policy().duplicates().joins(anchor.clocks(), member.clocks())
                : fixed == State.DUPLICATE;
    }

    private @Nullable State fixedState(CaseFile member) {
        if (member.settled() == null || asOf.isBefore(member.clocks().booksClose())) {
            return null;
        }
        return member.clocks().day().isBefore(target.clocks().day()) ? member.settled() : null;
    }

    private boolean isKnown(CaseFile member) {
        var close = closeFor(member);
        return !member.recordedAt().isAfter(asOf.isBefore(close) ? asOf : close);
    }

    private Instant closeFor(CaseFile member) {
        var own = member.clocks().booksClose();
        var targets = target.clocks().booksClose();
        return own.isBefore(targets) ? own : targets;
    }
}
