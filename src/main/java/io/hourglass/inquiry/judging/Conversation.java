package io.hourglass.inquiry.judging;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * An inquiry and the mails that go on with it, of which one is asked about.
 *
 * @param file the mail that is asked about
 * @param root the inquiry: itself, unless it is a follow-up
 */
record Conversation(CaseFile file, CaseFile root, List<CaseFile> followUps) {

    static Conversation of(InquiryId inquiry, Collection<CaseFile> pair, Instant asOf) {
        var file = CaseFile.of(inquiry, pair);
        var threads = Threads.of(CaseFile.inOrder(pair), file, asOf);
        var root = threads.linkOf(inquiry)
                .map(link -> CaseFile.of(link.root(), pair))
                .orElse(file);
        return new Conversation(file, root, threads.followUpsOf(root.id()));
    }

    boolean isFollowUp() {
        return !root.id().equals(file.id());
    }

    /** Whether or not the books are closed. */
    KnownFacts known(Instant asOf) {
        return KnownFacts.of(root, followUps, asOf, Instant.MAX);
    }

    /** To a follow-up, those that were written to it. */
    Stream<Fact> answers(Instant asOf) {
        return known(asOf)
                .countingReplies()
                .filter(reply -> !isFollowUp() || reply.inquiry().equals(file.id()));
    }
}
