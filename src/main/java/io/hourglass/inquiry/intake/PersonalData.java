package io.hourglass.inquiry.intake;

import io.hourglass.access.accounts.Preferences;
import io.hourglass.audit.persons.Persons;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.market.Buyers;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.served.ServedLedger;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** All places where something is kept of a person, apart from its account. */
@Component
class PersonalData {

    private final Inquiries inquiries;
    private final Facts facts;
    private final Referrals referrals;
    private final ServedLedger served;
    private final Buyers buyers;
    private final List<ErasableText> words;
    private final Persons persons;
    private final Preferences preferences;

    PersonalData(
            Inquiries inquiries,
            Facts facts,
            Referrals referrals,
            ServedLedger served,
            Buyers buyers,
            List<ErasableText> words,
            Persons persons,
            Preferences preferences) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.referrals = referrals;
        this.served = served;
        this.buyers = buyers;
        this.words = words;
        this.persons = persons;
        this.preferences = preferences;
    }

    /** Whether the marketplace has said anything of the buyer. */
    boolean isNamed(BuyerId buyer) {
        return !buyers.named(List.of(buyer)).isEmpty();
    }

    /** @param sent all inquiries of the buyer */
    void erase(BuyerId buyer, BuyerId pseudonym, Collection<InquiryId> sent) {
        erase(buyer.value(), pseudonym.value(), sent);
        words.forEach(kept -> kept.erase(sent));
        inquiries.rename(buyer, pseudonym);
        referrals.rename(buyer, pseudonym);
        served.forget(buyer);
        buyers.forget(buyer);
    }

    /** Of the name of an account, which stands by what was done under it. */
    void erase(String name, String pseudonym, Collection<InquiryId> sent) {
        facts.erase(sent, name, pseudonym);
        persons.erase(name, pseudonym);
        preferences.forget(name);
    }
}
