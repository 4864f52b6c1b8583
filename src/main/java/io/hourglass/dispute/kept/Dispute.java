package io.hourglass.dispute.kept;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.kernel.tracks.State;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A contested verdict.
 *
 * @param evidence in words, up to 4000 characters; empty once the case's buyer has been erased
 * @param raisedBy the name of the account or key
 * @param raisedFor the person who stands behind it, and so decides nothing about it
 * @param decideBy it lapses without a decision by then
 * @param contested the verdict, or what was in its place, when it was raised
 * @param decision null while it is open
 */
@Value.Builder
public record Dispute(
        DisputeId id,
        CaseId caseId,
        SupplierId supplier,
        Claim claim,
        String evidence,
        String raisedBy,
        String raisedFor,
        Instant raisedAt,
        Instant decideBy,
        State contested,
        DisputeState state,
        @Nullable Decision decision)
        implements WithDispute {

    public static final int MAX_WORDS = 4000;
    private static final String WORDS =
            "1 to " + MAX_WORDS + " characters, not all of them blank, none NUL or half of a surrogate pair";

    /** Open. */
    public static DisputeBuilder builder() {
        return new DisputeBuilder().state(DisputeState.OPEN);
    }

    /**
     * How it ended.
     *
     * @param by the name of the account; null where it lapsed
     * @param reason null where it lapsed; empty once the case's buyer has been erased
     * @param verdict as it stands since
     */
    public record Decision(@Nullable String by, Instant at, @Nullable String reason, State verdict) {}

    /** @throws InvalidInput if there are no words, too many, or some that cannot be kept */
    public static void check(String field, String words) {
        if (words.isBlank() || words.length() > MAX_WORDS || !StoredText.isStorable(words)) {
            throw new InvalidInput(field, words, WORDS);
        }
    }

    public Dispute ended(DisputeState newState, Decision newDecision) {
        return withState(newState).withDecision(newDecision);
    }

    public Dispute withVerdict(State verdict) {
        return decision == null
                ? this
                : ended(state, new Decision(decision.by(), decision.at(), decision.reason(), verdict));
    }

    /** With words that have been erased there is nothing left to compare. */
    public boolean isSameAs(CaseId otherCase, Claim otherClaim, String otherEvidence, String by) {
        return caseId.equals(otherCase)
                && claim.equals(otherClaim)
                && isSame(evidence, otherEvidence)
                && raisedBy.equals(by);
    }

    /** As actions note it: an inquiry, or a case of another track. */
    public String caseInWords() {
        return (caseId.track().isUnnamed() ? "inquiry " : caseId.track() + " case ") + caseId.value();
    }

    /** As the ledger has it that it was raised: of an inquiry by its id alone. */
    public String caseAndClaim() {
        return (caseId.track().isUnnamed() ? caseId.value() : caseInWords()) + ": " + claim.kind();
    }

    /** Whether it was decided with that reason, or its words have been erased. */
    public boolean isReason(String reason) {
        return decision != null && decision.reason() != null && isSame(decision.reason(), reason);
    }

    private static boolean isSame(String kept, String words) {
        return kept.isEmpty() || kept.equals(words);
    }
}
