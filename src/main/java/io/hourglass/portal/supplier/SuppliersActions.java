package io.hourglass.portal.supplier;

import io.hourglass.access.callers.Callers;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes on what a supplier does on its pages: it happens now, with the signed-in person as its actor. */
@Component
class SuppliersActions {

    /** Of the hash, hexadecimal: 96 bits, and still short enough to be read. */
    private static final int DIGITS = 24;

    private final RecordFact record;

    SuppliersActions(RecordFact record) {
        this.record = record;
    }

    /**
     * @param form sent twice it records once
     * @throws io.hourglass.evidence.FactConflict if it had been sent with other content
     */
    Recorded reply(SupplierId supplier, InquiryId inquiry, FactText text, String form) {
        return record(supplier, inquiry, InquiryFactKind.REPLIED, AuthorKind.HUMAN, text, form);
    }

    /**
     * @param kind REJECTED or SPAM_REPORTED
     * @param reason blank for none
     * @throws io.hourglass.evidence.FactConflict if the form had been sent with other content
     */
    Recorded object(SupplierId supplier, InquiryId inquiry, InquiryFactKind kind, String reason, String form) {
        var words = StoredText.typed(reason);
        return record(supplier, inquiry, kind, null, new FactText(null, words.isEmpty() ? null : words), form);
    }

    private Recorded record(
            SupplierId supplier,
            InquiryId inquiry,
            InquiryFactKind kind,
            @Nullable AuthorKind author,
            FactText text,
            String form) {
        var name = Callers.current().orElseThrow().name();
        var id = new FactId("inbox-" + ContentHash.unsalted(form, inquiry, kind).substring(0, DIGITS));
        return record.record(FactReport.builder()
                .id(id)
                .inquiry(inquiry)
                .kind(kind)
                .supplier(supplier)
                .author(author)
                .actor(name)
                .channel(Channel.INBOX)
                .text(text)
                .build());
    }
}
