package io.hourglass.inquiry;

import io.hourglass.group.Reconciled.Did;
import io.hourglass.group.ReconcilerLog;
import io.hourglass.group.ReconcilerLog.Done;
import io.hourglass.inquiry.ProcessPath.Step;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.referral.Referral;
import io.hourglass.referral.Referrals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the way an inquiry took through its models, and where it waits now. Changes nothing. */
@Component
public class ProcessPaths {

    private final Inquiries inquiries;
    private final VerdictEntries entries;
    private final Notices notices;
    private final TimerFirings firings;
    private final Referrals referrals;
    private final ProcessState state;
    private final JudgedInquiries cases;
    private final ReconcilerLog log;

    ProcessPaths(
            Inquiries inquiries,
            VerdictEntries entries,
            Notices notices,
            TimerFirings firings,
            Referrals referrals,
            ProcessState state,
            JudgedInquiries cases,
            ReconcilerLog log) {
        this.inquiries = inquiries;
        this.entries = entries;
        this.notices = notices;
        this.firings = firings;
        this.referrals = referrals;
        this.state = state;
        this.cases = cases;
        this.log = log;
    }

    /** @throws NotKnown if there is no such inquiry */
    @Transactional(readOnly = true)
    public ProcessPath of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        var fired = firings.of(id);
        var waits = state.waitsOf(id);
        var evidence = new PathTeller.Evidence(
                inquiry.recordedAt(),
                null,
                cases.asRecorded(inquiry),
                entries.historyOf(id),
                notices.toldTo(id),
                fired,
                referrals.find(id).orElse(null),
                waits);
        var pending = state.pendingOf(id);
        var timers = Stream.concat(fired.stream(), pending.timers().stream()).toList();
        return new ProcessPath(tell(evidence, begun(inquiry, evidence.referral())), waits, timers, pending.suspended());
    }

    /** A case is begun once more where a correction reopens it, and where its process was lost. */
    private List<Instant> begun(Inquiry inquiry, @Nullable Referral referral) {
        var again = log.of("inquiry", inquiry.id().value()).stream()
                .filter(done -> done.did() == Did.BEGUN || done.did() == Did.BEGUN_ANEW)
                .map(Done::at)
                .filter(at -> referral == null || at.isBefore(referral.askedAt()));
        return Stream.concat(Stream.of(inquiry.recordedAt()), again).toList();
    }

    private static List<Step> tell(PathTeller.Evidence evidence, List<Instant> begun) {
        var steps = new ArrayList<Step>();
        for (var at = 0; at < begun.size(); at++) {
            var next = at + 1 < begun.size() ? begun.get(at + 1) : null;
            steps.addAll(new PathTeller(evidence.between(begun.get(at), next)).tell());
        }
        return steps;
    }

    /** What a model calls a node, in the reader's language. */
    public String nameOf(ProcessNode node, Locale locale) {
        return StepNames.of(node, state.nameOf(node), locale);
    }
}
