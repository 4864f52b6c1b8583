package io.hourglass.inquiry.web;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One version of the rules. Durations are ISO 8601: PT72H are hours that elapse, P3D are days of the calendar. */
record PolicyView(
        int version,
        Instant inForceFrom,
        @Schema(description = "Gives natural days.") String zone,
        String replyWithin,
        @Schema(description = "In which an inquiry may be rejected or reported.") String objectWithin,
        int booksCloseAfterDays,
        int rateWindowDays,
        DuplicateRule duplicates,
        @Schema(description = "From the reply deadline on.") String offerStaysFor,
        boolean textlessReplyCounts,
        List<AuthorKind> countingAuthors,
        @Schema(description = "A fact dated before the receipt by this much at the most counts as at it.")
                String earlyBy,
        @Schema(
                        description =
                                "From when the supplier was told that its mailbox cannot be opened: a gap from then on is its own.")
                String gapOwnAfter,
        @Schema(description = "What a declared outage takes of an inquiry's time at least.") String outageLeast) {

    static PolicyView of(ReplyPolicy policy) {
        return new PolicyView(
                policy.version(),
                policy.days().inForceFrom(),
                policy.zone().getId(),
                policy.replyWithin().toString(),
                policy.objectWithin().toString(),
                policy.days().booksCloseAfterDays(),
                policy.days().rateWindowDays(),
                policy.duplicates(),
                policy.offerStaysFor().toString(),
                policy.counting().textless(),
                policy.counting().authors().stream().sorted().toList(),
                policy.counting().earlyBy().toString(),
                policy.gaps().ownAfter().toString(),
                policy.gaps().leastOutage().toString());
    }
}
