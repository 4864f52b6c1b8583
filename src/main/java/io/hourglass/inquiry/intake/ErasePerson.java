package io.hourglass.inquiry.intake;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seals;
import io.hourglass.batch.Batched;
import io.hourglass.evidence.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
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
    private final PersonalData data;
    private final Seals seals;
    private final Pseudonyms pseudonyms;
    private final Accounts accounts;
    private final Actions actions;

    ErasePerson(
            Inquiries inquiries,
            RecordFact record,
            PersonalData data,
            Seals seals,
            Pseudonyms pseudonyms,
            Accounts accounts,
            Actions actions) {
        this.inquiries = inquiries;
        this.record = record;
        this.data = data;
        this.seals = seals;
        this.pseudonyms = pseudonyms;
        this.accounts = accounts;
        this.actions = actions;
    }

    /** The erased buyer gets no more answers, offers or notices. */
    private void withdraw(InquiryId inquiry) {
        record.recordOwn(new FactReport(
                FactId.own("erased", inquiry.value()),
                inquiry,
                InquiryFactKind.WITHDRAWN,
                null,
                null,
                null,
                null,
                Channel.ERASURE,
                null,
                null,
                null,
                FactText.NONE));
    }

    /** @param inquiries how many the person had sent */
    public record Erased(BuyerId pseudonym, int inquiries) {}

    /** @throws NotFound if the buyer never sent an inquiry and has neither account nor name, or has been erased */
    @Batched
    public Erased erase(BuyerId buyer) {
        var sent = inquiries.lock(inquiries.of(buyer)).keySet();
        var names = accounts.of(buyer);
        if (sent.isEmpty() && names.isEmpty() && !data.isNamed(buyer)) {
            throw new NotFound("buyer", buyer.value());
        }
        sent.forEach(this::withdraw);
        seals.hold();
        var pseudonym = new BuyerId(pseudonymOf(buyer.value()));
        data.erase(buyer, pseudonym, sent);
        names.stream()
                .filter(name -> !name.equals(buyer.value()))
                .forEach(name -> data.erase(name, pseudonymOf(name), sent));
        names.forEach(accounts::remove);
        actions.note(Action.ERASE_A_PERSON, pseudonym.value(), sent.size() + " inquiries");
        return new Erased(pseudonym, sent.size());
    }

    private String pseudonymOf(String name) {
        return pseudonyms.given(List.of(name)).getOrDefault(name, "");
    }
}
