package io.hourglass.portal;

import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a supplier answered, and when; of a reply whose text is not kept there is only the time. */
public record Answer(Shown at, @Nullable String subject, @Nullable String body, Set<Detail> keptInPart) {

    public static List<Answer> in(InquiryFile file, ZoneId zone) {
        return file.facts().stream()
                .filter(KeptFact::answers)
                .map(kept -> new Answer(
                        new ZonedFormat(zone).shownExactly(kept.stored().fact().occurredAt()),
                        kept.text().subject(),
                        kept.text().body(),
                        kept.stored().keptInPart()))
                .toList();
    }
}
