package io.hourglass.portal.buyer;

import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new inquiry as it stands in the form.
 *
 * @param id made with the form, so that a form sent twice is one inquiry
 * @param category null if the form was sent without it; the same of the others
 * @param again whether it is to be sent although it repeats another
 */
record Draft(
        String id,
        String supplier,
        @Nullable String category,
        @Nullable String subject,
        @Nullable String text,
        boolean again) {

    static Draft to(SupplierId supplier) {
        return new Draft("W-" + UUID.randomUUID(), supplier.value(), null, null, null, false);
    }

    /** @throws InvalidInput naming the field that is wrong */
    Submission submission(BuyerId buyer) {
        var body = written(text).orElseThrow(() -> new InvalidInput("text", null, "given"));
        return Submission.builder()
                .id(new InquiryId(id))
                .buyer(buyer)
                .supplier(new SupplierId(supplier))
                .channel(Channel.WEB)
                .category(written(category).orElse(null))
                .text(new FactText(written(subject).orElse(null), body))
                .build();
    }

    private static Optional<String> written(@Nullable String value) {
        return Optional.of(StoredText.typed(value)).filter(words -> !words.isEmpty());
    }
}
