package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one pair, from which the judge decides: one buyer's mails to one supplier, each at most once, with all their
 * facts, the RECEIVED fact with the mail's ids among them, and its settled verdict where its day is settled. Among them must be
 *
 * <ul>
 *   <li>the inquiries that are asked about;
 *   <li>every mail that may share their chain of duplicates: those of their natural day; where a policy version says {@code
 *       ROLLING_24H}, also those of the days before it that are not settled and all received up to 24 hours before these, and
 *       those received up to 24 hours after the day;
 *   <li>the thread of each of these: every mail that is connected with it, in one step or more, by an id or by a finding. An
 *       id connects the mails that have it as their own, those with a reply that has it as its own, and those that answer
 *       it. A finding connects the mail with the one that it names. Learned late or not, earlier or later, known or settled
 *       does not matter.
 * </ul>
 *
 * <p>Further mails of the pair change nothing. A mail that is there for its thread alone cannot be asked about: its own
 * day's mails may be missing. What is worked out is remembered, so a snapshot is for one thread of execution.
 */
public final class PairSnapshot {

    private final List<CaseFile> inOrder;
    private final Map<InquiryId, CaseFile> byId;
    private final Set<InquiryId> mayFollow = new HashSet<>();
    private final Map<Instant, JudgedPair> judged = new HashMap<>();
    private @Nullable Map<FactId, Fact> facts;

    private PairSnapshot(List<CaseFile> inOrder) {
        this.inOrder = inOrder;
        this.byId = inOrder.stream().collect(toMap(CaseFile::id, Function.identity()));
        inOrder.stream()
                .filter(PairSnapshot::answersOrIsFound)
                .map(CaseFile::id)
                .forEach(mayFollow::add);
    }

    /** @param pair in any order */
    public static PairSnapshot of(Collection<CaseFile> pair) {
        return new PairSnapshot(pair.stream().sorted(CaseFile.BY_RECEIPT).toList());
    }

    /** @param asOf what was recorded later is left out of account */
    public JudgedPair judged(Instant asOf) {
        return judged.computeIfAbsent(asOf, instant -> new JudgedPair(this, instant));
    }

    /** By receipt. */
    public List<CaseFile> files() {
        return inOrder;
    }

    public Optional<CaseFile> find(InquiryId inquiry) {
        return Optional.ofNullable(byId.get(inquiry));
    }

    /** @throws IllegalArgumentException if it is not among them */
    public CaseFile file(InquiryId inquiry) {
        return find(inquiry)
                .orElseThrow(() -> new IllegalArgumentException(inquiry + " is not among the pair's inquiries"));
    }

    /** Of any of the pair's, as the judge has it: an admitted one is recorded when it counts as known. */
    public Optional<Fact> fact(FactId id) {
        var known = facts;
        if (known == null) {
            known = inOrder.stream()
                    .flatMap(file -> file.facts().stream())
                    .collect(toMap(Fact::id, Function.identity(), (first, again) -> first));
            facts = known;
        }
        return Optional.ofNullable(known.get(id));
    }

    /** The same, with something more that happened to one of them. */
    PairSnapshot supposing(Fact fact) {
        return of(inOrder.stream()
                .map(file -> file.id().equals(fact.caseId()) ? file.with(fact) : file)
                .toList());
    }

    /** The same, with one more. */
    public PairSnapshot with(CaseFile further) {
        return of(Stream.concat(inOrder.stream(), Stream.of(further)).toList());
    }

    /**
     * Why this fact of the inquiry has no effect, on what is known at present; empty if no rule refuses it. What happens to a
     * follow-up is refused, but for replies, amendments and findings; its replies and amendments are measured at the receipt
     * of the inquiry that it follows.
     *
     * @throws IllegalArgumentException if the inquiry is not among the pair's
     */
    public Optional<Refusal> refusal(InquiryId inquiry, Fact fact) {
        return Refusals.of(fact, judged(Instant.MAX).conversation(inquiry));
    }

    /** Whether the mail may be a follow-up: it answers something, or a person recorded a finding. */
    boolean mayFollow(CaseFile mail) {
        return mayFollow.contains(mail.id());
    }

    boolean mayHoldThreads() {
        return !mayFollow.isEmpty();
    }

    private static boolean answersOrIsFound(CaseFile mail) {
        for (var fact : mail.facts()) {
            if (fact.is(InquiryFactKind.BELONGS_TO) || !fact.mail().answers().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
