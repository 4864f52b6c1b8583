package io.hourglass.referral;

import static java.util.stream.Collectors.toSet;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.offers.OfferClosed;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer was offered, and what it decides. Each inquiry's buyer decides once. */
@Component
public class Alternatives {

    private final Referrals referrals;
    private final ReferralCourses courses;
    private final ReferralQuota quota;
    private final ReferralWorkflow workflow;
    private final ReferralCase referralCase;
    private final Actions actions;
    private final Clock clock;

    Alternatives(
            Referrals referrals,
            ReferralCourses courses,
            ReferralQuota quota,
            ReferralWorkflow workflow,
            ReferralCase referralCase,
            Actions actions,
            Clock clock) {
        this.referrals = referrals;
        this.courses = courses;
        this.quota = quota;
        this.workflow = workflow;
        this.referralCase = referralCase;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * What is known of an inquiry's referral.
     *
     * @param state an expired offer is EXPIRED
     * @param picksAtMost how many of the offered ones the buyer may pick
     */
    public record Course(
            Referral referral, ReferralState state, List<Offered> offer, List<Pick> picks, int picksAtMost) {}

    /** @throws NotFound if there is no such inquiry, or its buyer never asked for alternatives */
    @Transactional(readOnly = true)
    public Course of(InquiryId inquiry) {
        return courses.of(inquiry);
    }

    /** Empty if the buyer never asked for alternatives. */
    @Transactional(readOnly = true)
    public Optional<Course> find(InquiryId inquiry) {
        return courses.find(inquiry);
    }

    /** Notes that the buyer has seen the offer. */
    @Batched
    public InquiryId seen(InquiryId inquiry) {
        referrals.seen(inquiry, clock.instant());
        return inquiry;
    }

    /**
     * @param suppliers whom the buyer picks
     * @param consent whether its text may be passed on to them
     */
    public record Choice(InquiryId inquiry, Set<SupplierId> suppliers, boolean consent) {

        public Choice {
            suppliers = Set.copyOf(suppliers);
        }
    }

    /**
     * Carries the inquiry over to those picked. The same choice again changes nothing.
     *
     * @throws NotFound if there is no referral of that inquiry
     * @throws InvalidInput without consent, or if one of the suppliers is none of those offered; {@link QuotaExceeded} if one
     *     has gained as many inquiries as it may
     * @throws OfferClosed if the buyer has decided otherwise, or the offer has expired
     */
    @Batched
    public Course pick(Choice choice) {
        var course = courses.hold(choice.inquiry());
        if (!course.picks().isEmpty() && picked(course).equals(choice.suppliers())) {
            return course;
        }
        requireOpen(course);
        check(choice, course);
        quota.requireRoom(choice.suppliers(), course.referral());
        referrals.add(picks(choice, course));
        referrals.end(choice.inquiry(), ReferralState.PICKED, clock.instant());
        note(Action.PICK_ALTERNATIVES, course, choice.suppliers().size() + " picked");
        if (!workflow.picked(choice.inquiry())) {
            referralCase.carryOver(choice.inquiry());
        }
        return courses.of(choice.inquiry());
    }

    /**
     * The buyer wants none of them. To decline again changes nothing.
     *
     * @throws NotFound if there is no referral of that inquiry
     * @throws OfferClosed if the buyer has picked, or the offer has expired
     */
    @Batched
    public Course decline(InquiryId inquiry) {
        var course = courses.hold(inquiry);
        if (course.state() == ReferralState.DECLINED) {
            return course;
        }
        requireOpen(course);
        referrals.end(inquiry, ReferralState.DECLINED, clock.instant());
        note(Action.DECLINE_ALTERNATIVES, course, "");
        workflow.declined(inquiry);
        return courses.of(inquiry);
    }

    /** The link stands for the buyer. */
    private void note(Action action, Course course, String details) {
        var referral = course.referral();
        actions.noteOf(referral.buyer().value(), action, referral.inquiry().value(), details);
    }

    private static Set<SupplierId> picked(Course course) {
        return course.picks().stream().map(Pick::supplier).collect(toSet());
    }

    private static void requireOpen(Course course) {
        if (course.state() != ReferralState.OFFERED) {
            throw new OfferClosed(course.referral().inquiry(), course.state());
        }
    }

    private static void check(Choice choice, Course course) {
        var offered = course.offer().stream().map(Offered::supplier).collect(toSet());
        var unknown = new ArrayList<>(choice.suppliers());
        unknown.removeAll(offered);
        if (!unknown.isEmpty()) {
            throw new InvalidInput("suppliers", unknown, "among those offered: " + offered);
        }
        if (choice.suppliers().isEmpty() || choice.suppliers().size() > course.picksAtMost()) {
            throw new InvalidInput(
                    "suppliers", choice.suppliers(), "1 to " + course.picksAtMost() + " of those offered");
        }
        if (!choice.consent()) {
            throw new InvalidInput("consent", false, "true: the inquiry is sent to no supplier without it");
        }
    }

    private List<Pick> picks(Choice choice, Course course) {
        var referral = course.referral();
        return course.offer().stream()
                .filter(offered -> choice.suppliers().contains(offered.supplier()))
                .map(offered -> Pick.builder()
                        .inquiry(referral.inquiry())
                        .asked(referral.asked())
                        .supplier(offered.supplier())
                        .place(offered.place())
                        .newInquiry(CarriedId.of(referral.inquiry(), offered.supplier()))
                        .root(referral.root())
                        .rootDay(referral.rootDay())
                        .pickedAt(clock.instant())
                        .build())
                .toList();
    }
}
