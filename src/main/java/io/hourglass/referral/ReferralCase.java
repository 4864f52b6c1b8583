package io.hourglass.referral;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.ReferralContext.Request;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.offers.Referrals.BuyerSince;
import io.hourglass.referral.rules.ReferralPolicy;
import io.hourglass.referral.rules.ReferralRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a referral's process asks for at its steps. Each is part of the process's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReferralCase {

    /** A buyer who sends the same to several suppliers does so within days. */
    private static final Duration SENT_TOGETHER = Duration.ofDays(7);

    private final ReferralContext dealings;
    private final Referrals referrals;
    private final CandidateSearch search;
    private final NearestCategory nearest;
    private final PolicyVersions<ReferralPolicy> rules;
    private final CarryOver carryOver;
    private final Clock clock;

    ReferralCase(
            ReferralContext dealings,
            Referrals referrals,
            CandidateSearch search,
            NearestCategory nearest,
            PolicyVersions<ReferralPolicy> rules,
            CarryOver carryOver,
            Clock clock) {
        this.dealings = dealings;
        this.referrals = referrals;
        this.search = search;
        this.nearest = nearest;
        this.rules = rules;
        this.carryOver = carryOver;
        this.clock = clock;
    }

    /**
     * Ranks whom to recommend, and keeps the offer. One that has been made already stands.
     *
     * @return whether there is any candidate
     */
    public boolean rank(InquiryId inquiry) {
        var request = dealings.hold(inquiry);
        var known = referrals.find(inquiry);
        return known.isPresent() ? known.get().state().hasOffer() : rank(request);
    }

    private boolean rank(Request request) {
        var policy = rules.last(one -> one.isInForceAt(clock.instant()));
        var asks = asksOf(request, policy.rules());
        if (referrals.asksOf(List.of(asks)).getOrDefault(asks, 0)
                >= policy.rules().asksPerBuyer()) {
            keep(request, policy, ReferralState.LIMIT_REACHED, List.of());
            return false;
        }
        var offer = search.offer(request, () -> whoHas(request), policy.rules());
        keep(request, policy, offer.isEmpty() ? ReferralState.NOBODY_FOUND : ReferralState.OFFERED, offer);
        return !offer.isEmpty();
    }

    /** Prefetches for a batch of buyers what {@link #rank} reads for one. */
    public void readAhead(Collection<InquiryId> inquiries) {
        referrals.find(inquiries);
        var requests = dealings.hold(inquiries).values();
        var period = rules.last(one -> one.isInForceAt(clock.instant())).rules();
        referrals.asksOf(
                requests.stream().map(request -> asksOf(request, period)).toList());
        referrals.picksBehind(inquiries);
        search.readAhead(requests);
    }

    private BuyerSince asksOf(Request request, ReferralRules period) {
        return new BuyerSince(request.buyer(), clock.instant().minus(period.period()));
    }

    /** @throws IllegalStateException if there is no referral of that inquiry */
    public Instant expiresAt(InquiryId inquiry) {
        return referrals
                .find(inquiry)
                .orElseThrow(() -> new IllegalStateException("a process of no referral: " + inquiry))
                .expiresAt();
    }

    public void tellNobodyFound(InquiryId inquiry) {
        dealings.tellNobodyFound(inquiry);
    }

    /** Opens an inquiry for each supplier picked; one that is open already stays as it is. */
    public void carryOver(InquiryId inquiry) {
        referrals.picksOf(inquiry).forEach(carryOver::open);
    }

    private void keep(Request request, ReferralPolicy policy, ReferralState state, List<Offered> offer) {
        var behind = referrals.pickBehind(request.inquiry());
        var next = state == ReferralState.NOBODY_FOUND ? nearest.to(request).orElse(null) : null;
        var referral = Referral.builder()
                .inquiry(request.inquiry())
                .root(behind.map(Pick::root).orElse(request.inquiry()))
                .rootDay(behind.map(Pick::rootDay).orElse(request.day()))
                .buyer(request.buyer())
                .asked(request.asked())
                .category(request.category())
                .state(state)
                .askedAt(clock.instant())
                .expiresAt(request.offerExpires())
                .nearest(next)
                .policyVersion(policy.version())
                .build();
        referrals.add(referral, offer);
    }

    /** The supplier asked, those to whom the buyer sent it too, and those it was carried over to before. */
    private Set<SupplierId> whoHas(Request request) {
        var have = new HashSet<>(dealings.askedBy(
                request.buyer(), request.category(), request.receivedAt().minus(SENT_TOGETHER)));
        have.add(request.asked());
        referrals.pickBehind(request.inquiry()).ifPresent(behind -> {
            referrals.picksOfRoot(behind.root()).forEach(pick -> have.add(pick.supplier()));
            referrals.find(behind.root()).ifPresent(first -> have.add(first.asked()));
        });
        return have;
    }
}
