package io.hourglass.inquiry.persons;

import static io.hourglass.inquiry.persons.Sent.sentBy;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.Referrals;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Its requests for alternatives: what it was offered, what it picked. */
@Component
@Order(5)
class ReferralsOfPerson implements PersonalPlace {

    private final Referrals referrals;

    ReferralsOfPerson(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String name() {
        return "alternatives";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var inquiry : sentBy(person)) {
            referrals.find(inquiry).ifPresent(referral -> entry.accept(of(inquiry, referral)));
        }
    }

    private Map<String, @Nullable Object> of(InquiryId inquiry, Referral referral) {
        return Entry.of(
                "inquiry", inquiry.value(),
                "state", referral.state().name(),
                "askedAt", referral.askedAt(),
                "expiresAt", referral.expiresAt(),
                "firstSeenAt", referral.firstSeenAt(),
                "decidedAt", referral.decidedAt(),
                "offered",
                        referrals.offerOf(inquiry).stream()
                                .map(offered -> offered.supplier().value())
                                .toList(),
                "picked",
                        referrals.picksOf(inquiry).stream()
                                .map(pick -> pick.supplier().value())
                                .toList());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        var buyer = person.buyer();
        if (buyer != null) {
            referrals.rename(buyer, new BuyerId(pseudonym.apply(buyer.value())));
        }
    }
}
