package io.hourglass.referral;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.rules.ReferralPolicy;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how far the referrals of inquiries have come. */
@Component
class ReferralCourses {

    private final Referrals referrals;
    private final ReferralContext dealings;
    private final PolicyVersions<ReferralPolicy> rules;
    private final Clock clock;

    ReferralCourses(Referrals referrals, ReferralContext dealings, PolicyVersions<ReferralPolicy> rules, Clock clock) {
        this.referrals = referrals;
        this.dealings = dealings;
        this.rules = rules;
        this.clock = clock;
    }

    Optional<Course> find(InquiryId inquiry) {
        return referrals.find(inquiry).map(this::course);
    }

    /** @throws NotFound if there is no referral of that inquiry */
    Course of(InquiryId inquiry) {
        return find(inquiry)
                .orElseThrow(() -> new NotFound("request for alternatives of the inquiry", inquiry.value()));
    }

    /** The same, with the inquiry locked: its buyer decides once. */
    Course hold(InquiryId inquiry) {
        dealings.hold(inquiry);
        return of(inquiry);
    }

    private Course course(Referral referral) {
        return new Course(
                referral,
                referral.stateAt(clock.instant()),
                referrals.offerOf(referral.inquiry()),
                referrals.picksOf(referral.inquiry()),
                rules.version(referral.policyVersion()).rules().picksAtMost());
    }
}
