package io.hourglass.inquiry.intake;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seals;
import io.hourglass.batch.Batched;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.persons.KnownPersons;
import io.hourglass.inquiry.persons.PersonalPlace;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Forgets a buyer: what was written in its inquiries and about them, and who it was. Its pseudonym takes the place of its id, so that the
 * ledger and closed books stay as they are; its open inquiries end as withdrawn. What comes in later under the old id is another person's.
 */
@Component
public class ErasePerson {

    private final Inquiries inquiries;
    private final RecordFact record;
    private final KnownPersons persons;
    private final List<PersonalPlace> places;
    private final Seals seals;
    private final Pseudonyms pseudonyms;
    private final Actions actions;

    ErasePerson(
            Inquiries inquiries,
            RecordFact record,
            KnownPersons persons,
            List<PersonalPlace> places,
            Seals seals,
            Pseudonyms pseudonyms,
            Actions actions) {
        this.inquiries = inquiries;
        this.record = record;
        this.persons = persons;
        this.places = places;
        this.seals = seals;
        this.pseudonyms = pseudonyms;
        this.actions = actions;
    }

    /** The erased buyer gets no more answers, offers or notices. */
    private void withdraw(InquiryId inquiry) {
        record.recordOwn(FactReport.builder()
                .id(FactId.own("erased", inquiry.value()))
                .inquiry(inquiry)
                .kind(InquiryFactKind.WITHDRAWN)
                .channel(Channel.ERASURE)
                .build());
    }

    /** @param inquiries how many the person had sent */
    public record Erased(BuyerId pseudonym, int inquiries) {}

    /** @throws NotFound if the buyer never sent an inquiry and has neither account nor name, or has been erased */
    @Batched
    public Erased erase(BuyerId buyer) {
        var person = persons.buyer(buyer);
        var sent = inquiries.lock(person.sent()).keySet();
        sent.forEach(this::withdraw);
        seals.hold();
        var given = pseudonyms.given(person.names());
        places.forEach(place -> place.erase(person, name -> given.getOrDefault(name, "")));
        var pseudonym = new BuyerId(given.getOrDefault(buyer.value(), ""));
        actions.note(Action.ERASE_A_PERSON, pseudonym.value(), sent.size() + " inquiries");
        return new Erased(pseudonym, sent.size());
    }
}
