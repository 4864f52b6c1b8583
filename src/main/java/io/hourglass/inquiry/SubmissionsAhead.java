package io.hourglass.inquiry;

import io.hourglass.evidence.Facts;
import io.hourglass.group.ReadAhead;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads for many new inquiries at once. */
@Component
class SubmissionsAhead implements ReadAhead<Submission> {

    private final Facts facts;
    private final VerdictEntries entries;
    private final Suppliers suppliers;
    private final PairFiles files;
    private final Policies policies;
    private final Clock clock;

    SubmissionsAhead(
            Facts facts, VerdictEntries entries, Suppliers suppliers, PairFiles files, Policies policies, Clock clock) {
        this.facts = facts;
        this.entries = entries;
        this.suppliers = suppliers;
        this.files = files;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void load(List<Submission> submissions) {
        facts.find(submissions.stream().map(Submission::factId).toList());
        entries.latestOf(submissions.stream().map(Submission::id).toList());
        suppliers.known(submissions.stream().map(Submission::supplier).toList());
        files.readPairsAhead(submissions.stream().map(this::pairOf).toList());
    }

    private PairInReach pairOf(Submission submission) {
        var received = submission.receivedAt() == null ? clock.instant() : submission.receivedAt();
        var day = NaturalDay.of(received, policies.zone());
        return files.pairOf(submission.buyer(), submission.supplier(), day);
    }
}
