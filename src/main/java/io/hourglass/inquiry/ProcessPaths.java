package io.hourglass.inquiry;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.referral.Referrals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    private final Adjudication adjudication;

    ProcessPaths(
            Inquiries inquiries,
            VerdictEntries entries,
            Notices notices,
            TimerFirings firings,
            Referrals referrals,
            ProcessState state,
            Adjudication adjudication) {
        this.inquiries = inquiries;
        this.entries = entries;
        this.notices = notices;
        this.firings = firings;
        this.referrals = referrals;
        this.state = state;
        this.adjudication = adjudication;
    }

    /** @throws NotKnown if there is no such inquiry */
    @Transactional(readOnly = true)
    public ProcessPath of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        var fired = firings.of(id);
        var waits = state.waitsOf(id);
        var evidence = new PathTeller.Evidence(
                adjudication.hearAsItWent(inquiry),
                entries.historyOf(id),
                notices.toldTo(id),
                fired,
                referrals.find(id).orElse(null),
                waits);
        return new ProcessPath(new PathTeller(evidence).tell(), waits, timers(id, fired));
    }

    /** What a model calls a node, in the reader's language. */
    public String nameOf(ProcessNode node, Locale locale) {
        return StepNames.of(node, state.nameOf(node), locale);
    }

    private List<ProcessTimer> timers(InquiryId id, List<ProcessTimer> fired) {
        return Stream.concat(fired.stream(), state.armedTimersOf(id).stream()).toList();
    }
}
