package io.hourglass.inquiry.intake;

import io.hourglass.batch.Prefetcher;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.pairs.MailsOfBuyers;
import io.hourglass.inquiry.pairs.PairPrefetcher;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.VerdictEntries;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prefetches for a batch of new inquiries. */
@Component
class SubmissionPrefetcher implements Prefetcher<Submission> {

    private final FactIntake intake;
    private final Facts facts;
    private final VerdictEntries entries;
    private final Suppliers suppliers;
    private final PairPrefetcher pairs;
    private final MailsOfBuyers mails;
    private final Clock clock;

    SubmissionPrefetcher(
            FactIntake intake,
            Facts facts,
            VerdictEntries entries,
            Suppliers suppliers,
            PairPrefetcher pairs,
            MailsOfBuyers mails,
            Clock clock) {
        this.intake = intake;
        this.facts = facts;
        this.entries = entries;
        this.suppliers = suppliers;
        this.pairs = pairs;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void load(List<Submission> submissions) {
        var known = facts.find(submissions.stream().map(Submission::factId).toList());
        entries.latestOf(submissions.stream().map(Submission::id).toList());
        suppliers.known(submissions.stream().map(Submission::supplier).toList());
        var fresh = submissions.stream()
                .filter(submission -> !known.containsKey(submission.factId()) && mayBeTaken(submission))
                .toList();
        mails.prefetch(fresh.stream()
                .filter(Submission::hasMailIds)
                .map(Submission::buyer)
                .toList());
        pairs.prefetch(
                submissions.stream().map(this::pairOf).toList(),
                fresh.stream().flatMap(this::mailsOf).toList());
    }

    /** Only what is known: what may still be refused creates no pseudonym, and is looked up when its turn comes. */
    private boolean mayBeTaken(Submission submission) {
        return Stream.of(
                                submission.id().value(),
                                submission.buyer().value(),
                                submission.supplier().value())
                        .allMatch(id -> ExternalId.mayBeNew(id, ExternalId.MAX_LENGTH))
                && intake.isNotAhead(submission.receivedAt());
    }

    private Stream<MailOfPair> mailsOf(Submission submission) {
        return MailsOfBuyers.all(submission.mailIds(mails)).stream()
                .map(hash -> new MailOfPair(submission.buyer(), submission.supplier(), hash));
    }

    private PairInReach pairOf(Submission submission) {
        var received = submission.receivedAt() == null ? clock.instant() : submission.receivedAt();
        return pairs.around(submission.buyer(), submission.supplier(), received);
    }
}
