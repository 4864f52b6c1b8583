package io.hourglass.portal.supplier;

import io.hourglass.evidence.Facts.Told;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SupplierCases.SupplierCase;
import io.hourglass.inquiry.reading.Objections.Outlook;
import io.hourglass.market.profiles.CategoryPath;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry in the inbox.
 *
 * @param subject null if there is none, or it was erased; the body likewise
 * @param rejected what the figure would be; null if it cannot be rejected any more
 * @param reported the same of a report as spam
 * @param keptInPart what of its text, and of what was said beside it, was kept in part
 */
record Item(
        String id,
        String buyer,
        @Nullable String category,
        @Nullable String subject,
        @Nullable String body,
        Instant receivedAt,
        InquiryState state,
        Instant replyDeadline,
        @Nullable Owed rejected,
        @Nullable Owed reported,
        Set<Detail> keptInPart) {

    /** @param receipt null if there is no text of it */
    static Item of(SupplierCase found, @Nullable Told receipt, Outlook outlook) {
        var text = receipt == null ? FactText.NONE : receipt.text();
        var inquiry = found.inquiry();
        return new Item(
                inquiry.id().value(),
                inquiry.buyer().value(),
                CategoryPath.shown(inquiry.category()),
                text.subject(),
                text.body(),
                inquiry.receivedAt(),
                found.judgement().state(),
                found.judgement().clocks().replyDeadline(),
                Owed.of(outlook.now(), outlook.rejected()),
                Owed.of(outlook.now(), outlook.reported()),
                receipt == null ? Set.of() : receipt.stored().keptInPart());
    }

    public boolean waits() {
        return state == InquiryState.PENDING;
    }

    public boolean objectionable() {
        return rejected != null || reported != null;
    }
}
