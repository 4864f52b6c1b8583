package io.hourglass.portal.buyer;

import io.hourglass.evidence.FactText;
import io.hourglass.inquiry.Submission;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.portal.Typed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new inquiry as it stands in the form.
 *
 * @param id made with the form, so that whoever sends it twice has sent it once
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

    private static final String CHANNEL = "WEB";

    static Draft to(SupplierId supplier) {
        return new Draft("W-" + UUID.randomUUID(), supplier.value(), null, null, null, false);
    }

    /** @throws BadInput naming the field that is wrong */
    Submission submission(BuyerId buyer) {
        var path = written(category).orElse(null);
        if (path != null) {
            ExternalId.check("category", path, Submission.MAX_CATEGORY);
        }
        var body = written(text).orElseThrow(() -> new BadInput("text", null, "given"));
        return new Submission(
                new InquiryId(id),
                buyer,
                new SupplierId(supplier),
                CHANNEL,
                path,
                null,
                null,
                null,
                null,
                new FactText(
                        checked("subject", written(subject).orElse(null), FactText.MAX_SUBJECT),
                        checked("text", body, FactText.MAX_BODY)));
    }

    private static Optional<String> written(@Nullable String value) {
        return Optional.of(Typed.words(value)).filter(words -> !words.isEmpty());
    }

    private static @Nullable String checked(String field, @Nullable String words, int most) {
        if (words != null && (words.length() > most || words.indexOf('\0') >= 0)) {
            throw new BadInput(field, words, "at most " + most + " characters, none of them NUL");
        }
        return words;
    }
}
