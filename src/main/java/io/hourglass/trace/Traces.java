package io.hourglass.trace;

import io.hourglass.dispute.FollowDisputes;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessPaths;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.Alternatives;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the trace of an inquiry. Changes nothing. */
@Component
public class Traces {

    private final InquiryFiles files;
    private final Inquiries inquiries;
    private final ProcessPaths paths;
    private final Alternatives alternatives;
    private final FollowDisputes disputes;
    private final PolicyVersions<ReplyVersion> versions;
    private final SealedBooks books;

    Traces(
            InquiryFiles files,
            Inquiries inquiries,
            ProcessPaths paths,
            Alternatives alternatives,
            FollowDisputes disputes,
            PolicyVersions<ReplyVersion> versions,
            SealedBooks books) {
        this.files = files;
        this.inquiries = inquiries;
        this.paths = paths;
        this.alternatives = alternatives;
        this.disputes = disputes;
        this.versions = versions;
        this.books = books;
    }

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public Trace of(InquiryId id) {
        var file = files.open(id);
        var version = versions.version(file.inquiry().policyVersion());
        var inBooks = file.judgement().state() != InquiryState.OUT_OF_BOOKS;
        var day = TrackDay.ofInquiries(file.inquiry().day());
        return new Trace(
                file,
                inquiries.threadOf(id),
                version.policy(),
                version.authorKindsVersion(),
                paths.of(id),
                alternatives.find(id).orElse(null),
                disputes.of(id),
                inBooks ? books.numbersOf(day) : null,
                inBooks ? books.sealOf(day) : null);
    }

    /** What a model calls a node, in the reader's language. */
    public String nameOf(ProcessNode node, Locale locale) {
        return paths.nameOf(node, locale);
    }
}
