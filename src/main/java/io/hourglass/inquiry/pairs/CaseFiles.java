package io.hourglass.inquiry.pairs;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.JudgedPair;
import io.hourglass.inquiry.judging.PairSnapshot;
import io.hourglass.inquiry.pairs.ThreadMembers.Members;
import io.hourglass.inquiry.pairs.UnseenTimes.Seen;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes files for the judge of what there is to know of inquiries. */
@Component
class CaseFiles {

    private final Policies policies;
    private final UnseenTimes unseen;

    CaseFiles(Policies policies, UnseenTimes unseen) {
        this.policies = policies;
        this.unseen = unseen;
    }

    /**
     * What all pairs of it are made of.
     *
     * @param states of those whose days are settled
     */
    record Material(Members members, Map<InquiryId, InquiryState> states, Seen seen) {}

    Material material(Members members, Map<InquiryId, InquiryState> states) {
        return new Material(members, states, unseen.around(members.all()));
    }

    JudgedPair judged(List<Inquiry> pair, Material material, Instant now) {
        return PairSnapshot.of(
                        pair.stream().map(member -> file(member, material)).toList())
                .judged(now);
    }

    private CaseFile file(Inquiry member, Material material) {
        var policy = policies.version(member.policyVersion());
        return CaseFile.builder(member.receivedAt(), policy)
                .id(member.id())
                .recordedAt(member.recordedAt())
                .facts(material.members().facts().getOrDefault(member.id(), List.of()))
                .settled(material.states().get(member.id()))
                .unseen(material.seen().of(member, policy.gaps().ownAfter()))
                .build();
    }
}
