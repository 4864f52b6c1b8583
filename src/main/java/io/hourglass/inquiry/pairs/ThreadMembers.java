package io.hourglass.inquiry.pairs;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.Inquiries.Tied;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the inquiries of a pair that mails or findings tie together, however far apart they were received. Where none has
 * any, nothing is asked; where they lead nowhere, once.
 */
@Component
public class ThreadMembers {

    private final Inquiries inquiries;
    private final Facts facts;
    private final PairReaches reaches;
    private final Policies policies;
    private final Clock clock;

    ThreadMembers(Inquiries inquiries, Facts facts, PairReaches reaches, Policies policies, Clock clock) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.reaches = reaches;
        this.policies = policies;
        this.clock = clock;
    }

    /** Inquiries and their facts; one without facts is absent in the latter. */
    public record Members(List<Inquiry> all, Map<CaseId, List<Fact>> facts) {

        List<InquiryId> ids() {
            return all.stream().map(Inquiry::id).toList();
        }
    }

    /**
     * Those in reach and all that are tied to them; of those that lie further off, as long as their books are open, the ones
     * around them too, so that each can be judged.
     *
     * @param mails that are about to come in
     */
    Members around(Collection<PairInReach> pairs, Collection<MailOfPair> mails) {
        var covered = new LinkedHashSet<>(pairs);
        while (true) {
            var inReach = inquiries.ofPairs(covered).values().stream()
                    .flatMap(List::stream)
                    .toList();
            var members = tiedTo(inReach, mails);
            var further = members.all().stream()
                    .filter(member -> covered.stream().noneMatch(reach -> reach.holds(member)))
                    .filter(this::isOpen)
                    .map(reaches::of)
                    .toList();
            if (further.isEmpty()) {
                return members;
            }
            covered.addAll(further);
        }
    }

    private boolean isOpen(Inquiry inquiry) {
        var clocks = policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
        return clock.instant().isBefore(clocks.booksClose());
    }

    /** Those given, and all that are tied to them or to the mails, directly or through others; as of now. */
    public Members tiedTo(Collection<Inquiry> members, Collection<MailOfPair> mails) {
        return tiedTo(members, mails, facts::of);
    }

    /** @param knownFacts of inquiries, by inquiry */
    Members tiedTo(
            Collection<Inquiry> members,
            Collection<MailOfPair> mails,
            Function<List<InquiryId>, Map<CaseId, List<Fact>>> knownFacts) {
        var all = new LinkedHashMap<InquiryId, Inquiry>();
        var known = new HashMap<CaseId, List<Fact>>();
        var asked = new HashSet<MailOfPair>();
        var next = mails;
        var fresh = add(members.stream(), all);
        while (!fresh.isEmpty() || !next.isEmpty()) {
            known.putAll(InChunks.find(fresh.stream().map(Inquiry::id).toList(), knownFacts));
            var wanted = new LinkedHashSet<>(next);
            fresh.forEach(inquiry -> wanted.addAll(mailsOf(inquiry, known.getOrDefault(inquiry.id(), List.of()))));
            wanted.removeAll(asked);
            asked.addAll(wanted);
            fresh = add(tied(wanted), all);
            next = Set.of();
        }
        return new Members(List.copyOf(all.values()), known);
    }

    private Stream<Inquiry> tied(Set<MailOfPair> mails) {
        return InChunks.find(mails, inquiries::tiedBy).values().stream()
                .flatMap(List::stream)
                .map(Tied::inquiry);
    }

    /** @return those that are new */
    private static List<Inquiry> add(Stream<Inquiry> further, Map<InquiryId, Inquiry> all) {
        return further.filter(inquiry -> all.putIfAbsent(inquiry.id(), inquiry) == null)
                .toList();
    }

    private static List<MailOfPair> mailsOf(Inquiry inquiry, List<Fact> facts) {
        var found = inquiry.found() ? Stream.of(MailHash.ofFinding(inquiry.id().value())) : Stream.<String>empty();
        return Stream.concat(found, facts.stream().flatMap(ThreadMembers::hashesOf))
                .map(hash -> new MailOfPair(inquiry.buyer(), inquiry.supplier(), hash))
                .toList();
    }

    /** By which a fact ties its inquiry to others. */
    static Stream<String> hashesOf(Fact fact) {
        return fact.is(InquiryFactKind.BELONGS_TO)
                ? Stream.of(
                        MailHash.ofFinding(Objects.requireNonNull(fact.about()).value()))
                : MailsOfBuyers.all(fact.mail()).stream();
    }
}
