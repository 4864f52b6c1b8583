package io.hourglass.trace;

import io.hourglass.audit.seals.Seal;
import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.inquiry.path.ProcessPath;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.referral.Alternatives;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to say of one inquiry. What a further module keeps of it is added here and in {@link Traces}.
 *
 * @param thread the Message-IDs of its mails
 * @param policy the version that judges it
 * @param authorKindsVersion of the decision table that the policy's counting authors were read from
 * @param referral null if its buyer never asked for alternatives, or the request was refused
 * @param disputes the earliest raised first
 * @param numbers the first and the last date whose published numbers cover its day; null for one outside the books
 * @param seal that holds it in the ledger; null while the books of its day are open, and outside the books
 */
public record Trace(
        InquiryFile file,
        List<String> thread,
        ReplyPolicy policy,
        int authorKindsVersion,
        ProcessPath path,
        Alternatives.@Nullable Course referral,
        List<Followed> disputes,
        PublicationDates.@Nullable Window numbers,
        @Nullable Seal seal) {}
